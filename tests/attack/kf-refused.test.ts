import { beforeEach, expect, test } from 'vitest';
import type { Reply } from '../../src/talk/reply.js';
import { KfAnswer } from '../../src/store/notice/kf-answer.js';
import { aKfDoor } from '../support/kf.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';

let grid: Neighbourhood;
let far: ReturnType<typeof aKfDoor>;
let door: ReturnType<typeof far.aProcess>;
/** What is answered in place of the bot; null: the bot. */
let instead: Reply | null;

beforeEach(async () => {
  grid = await aNeighbourhood({ households: 12 });
  far = aKfDoor(grid);
  instead = null;
  door = far.aProcess({ answer: next => async message => instead ?? next(message) });
  await door.run();
});

/** What was shown once whatever waits has been said. */
async function after(seconds = 61): Promise<string[]> {
  for (let round = 0; round < 2; round += 1) {
    grid.now = new Date(grid.now.getTime() + seconds * 1000);
    await door.ring('');
    await door.run();
  }
  return far.kf.shownTo('wm-r010').map(({ text, msgtype }) => (msgtype === 'image' ? '[image]' : text));
}

const answers = (): Promise<KfAnswer[]> => grid.store.dataSource.manager.find(KfAnswer, { order: { id: 'ASC' } });

async function tells(text: string): Promise<void> {
  await grid.inUnit(async unit => {
    await unit.posts.toMember('r010', text, grid.now);
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
}

const buttons = ['附议', '不附议'].map(text => ({ text, intent: 'proposal.support', slots: { no: 1 } }));
const picture = Buffer.from('89504e470d0a1a0a0000000d', 'hex');

test.each<[errcode: number, what: string, reply: Reply, shown: string[]]>([
  [
    95_008,
    'a menu',
    { text: '1号提案', card: { about: 'p-1', title: '楼道灯', buttons } },
    ['1号提案\n楼道灯\n1 附议\n2 不附议'],
  ],
  [95_009, 'a menu', { text: '', card: { about: 'p-1', title: '楼道灯', buttons } }, ['楼道灯\n1 附议\n2 不附议']],
  [40_058, 'a text', { text: '已记' }, ['回答没有发出来，您说的已经收到。发送“待办”看看现在怎样。']],
  [40_008, 'a text', { text: '已记' }, ['回答没有发出来，您说的已经收到。发送“待办”看看现在怎样。']],
])('an answer that is refused with %d (%s) is said once more in plain words', async (errcode, _, reply, shown) => {
  instead = reply;
  far.wire.refusals.set('kf/send_msg', [errcode]);
  far.kf.say('wm-r010', '帮助');

  expect(await after()).toEqual(shown);
  expect(await after()).toEqual(shown);
});

test('a picture that is refused is said in words, behind the words that it came with', async () => {
  instead = { text: '给您看', pictures: [picture] };
  far.wire.refusals.set('media/upload', [40_009]);
  far.kf.say('wm-r010', '帮助');

  expect(await after()).toEqual(['给您看', '有一张图没有发出来，请到办事台或公示栏看。']);
});

test('what is refused in plain words too is given up, and its notices are told with the next answer', async () => {
  await tells('您的认捐到账了');
  far.wire.refusals.set('kf/send_msg', [40_058, 40_058]);
  far.kf.say('wm-r010', '帮助');
  expect(await after()).toEqual([]);
  expect((await answers()).map(({ state, content }) => [state, content])).toEqual([['failed', null]]);

  far.kf.say('wm-r010', '帮助');
  expect((await after()).join('\n')).toContain('您的认捐到账了');
});

test('what a person of the office kept from being said tells its notices afterwards', async () => {
  await tells('您的认捐到账了');
  far.kf.say('wm-r010', '帮助');
  far.kf.setState('wm-r010', 3);
  expect(await after()).toEqual([]);

  far.kf.setState('wm-r010', 4);
  far.kf.say('wm-r010', '帮助');
  expect((await after()).join('\n').match(/您的认捐到账了/gu)).toHaveLength(1);
});

test.each([4, 5, 6])(
  'an answer that was taken and told undelivered by %d waits for the next contact, and is another message then',
  async fail => {
    far.kf.refusing.set('wm-r010', fail);
    far.kf.say('wm-r010', '提议：楼道灯修一下');
    expect(await after()).toEqual([]);
    far.kf.refusing.delete('wm-r010');

    far.kf.say('wm-r010', '谢谢');
    expect((await after()).join('\n').match(/已登记为1号提案/gu)).toHaveLength(1);
  },
);

test('what has arrived is kept no longer than it may have to be said again', async () => {
  far.kf.say('wm-r010', '提议：楼道灯修一下');
  await after();
  expect((await answers()).map(({ content }) => content !== null)).toEqual([true]);

  await after(11 * 60);
  expect((await answers()).map(({ content }) => content)).toEqual([null]);
});

test('a word that is taken back too late is told to stand, with what was done; one that did nothing is let go', async () => {
  far.kf.say('wm-r010', '提议：楼道灯修一下', { msgid: 'm-1' });
  await after();
  far.kf.recall('wm-r010', 'm-1');
  const late = (await after()).at(-1);
  expect(late).toMatch(/撤回晚了[^]*已登记为1号提案/u);
  expect(await grid.journal()).toEqual(['proposal.open']);

  far.kf.say('wm-r010', '帮助', { msgid: 'm-2' });
  const shown = (await after()).length;
  far.kf.recall('wm-r010', 'm-2');
  expect(await after()).toHaveLength(shown);
});
