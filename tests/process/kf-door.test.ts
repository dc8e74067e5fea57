import { expect, test } from 'vitest';
import { Callback } from '../../src/store/engine/callback.js';
import { KfAnswer } from '../../src/store/notice/kf-answer.js';
import { KfMessage } from '../../src/store/notice/kf-message.js';
import { aKfDoor } from '../support/kf.js';
import { type Neighbourhood, aNeighbourhood } from '../support/neighbourhood.js';

const hour = 3_600_000;
const tooLate = '撤回晚了，那一句已经办了，没有跟着撤回。要改，请再说一句。';

async function begun() {
  const grid = await aNeighbourhood();
  const { wire, kf, outcomes, aProcess } = aKfDoor(grid);
  const door = aProcess();
  await door.run();
  /** The bell rings, the door works, and what was said is told. */
  const after = async (external: string, ms = 61_000): Promise<string[]> => {
    grid.now = new Date(grid.now.getTime() + ms);
    await door.ring(bell.token);
    await door.run();
    return kf.shownTo(external).map(({ text }) => text);
  };
  const bell = { token: '' };
  kf.onBell = token => {
    bell.token = token;
  };
  return { grid, wire, kf, outcomes, aProcess, door, after };
}

function rows(grid: Neighbourhood): Promise<KfMessage[]> {
  return grid.store.dataSource.manager.find(KfMessage, { order: { id: 'ASC' } });
}

test('what a customer says is read and answered as a private message of the member: one deed, one answer', async () => {
  const { grid, kf, after, outcomes } = await begun();
  kf.say('wm-r010', '提议：楼道灯修一下');

  const shown = await after('wm-r010');

  expect(shown).toEqual([expect.stringContaining('已登记为1号提案')]);
  expect(await grid.journal()).toEqual(['proposal.open']);
  expect(outcomes).toEqual(['said', 'answer sent']);
  expect((await rows(grid)).map(({ state, content }) => ({ state, content }))).toEqual([
    { state: 'done', content: null },
  ]);
});

test('messages of one customer are answered in their order, and those of many side by side', async () => {
  const { kf, door, grid } = await begun();
  kf.pageSize = 7;
  kf.emptyPages = 1;
  for (let i = 0; i < 12; i += 1) kf.say(`wm-r0${10 + (i % 4)}`, `提议：第${i}盏灯`);
  grid.now = new Date(grid.now.getTime() + 61_000);

  await door.ring('');
  await door.run();

  for (const resident of ['wm-r010', 'wm-r011', 'wm-r012', 'wm-r013']) {
    const lamps = kf.shownTo(resident).map(({ text }) => Number(/第(\d+)盏/u.exec(text)?.[1]));
    expect(lamps).toHaveLength(3);
    expect(lamps).toEqual(lamps.toSorted((one, other) => one - other));
  }
});

test('a repeated msgid, a word of a person of the office and what has no use are kept and do nothing', async () => {
  const { grid, kf, after } = await begun();
  kf.say('wm-r010', '提议：楼道灯修一下', { msgid: 'twice' });
  kf.say('wm-r010', '提议：楼道灯修一下', { msgid: 'twice' });
  kf.say('wm-r010', '提议：我是客服', { origin: 5 });
  kf.send('wm-r010', 'location', { latitude: 1, longitude: 2 });
  kf.send('wm-r010', 'voice', { media_id: 'V1' });

  const shown = await after('wm-r010');

  expect(await grid.journal()).toEqual(['proposal.open']);
  expect(shown).toEqual([expect.any(String), expect.stringContaining('用不上'), expect.stringContaining('请打字')]);
  expect((await rows(grid)).map(({ state, why }) => why ?? state)).toEqual([
    'done',
    'a person of the office said it',
    'done',
    'done',
  ]);
});

test('what was said before the door was opened is kept and never acted on', async () => {
  const grid = await aNeighbourhood();
  const { kf, aProcess } = aKfDoor(grid);
  kf.say('wm-r010', '提议：旧事');
  grid.now = new Date(grid.now.getTime() + hour);
  kf.say('wm-r010', '提议：楼道灯修一下');

  await aProcess().run();

  expect(await grid.journal()).toEqual(['proposal.open']);
  expect((await rows(grid)).map(({ why }) => why)).toEqual(['said before the door was opened', null]);
});

test('a bell that was lost: the list is asked without a token after ten quiet minutes, and no more than once a minute', async () => {
  const { grid, kf, door } = await begun();
  kf.say('wm-r010', '提议：楼道灯修一下');
  grid.now = new Date(grid.now.getTime() + 10 * 60_000);

  await door.run();

  expect(kf.shownTo('wm-r010')).toHaveLength(1);
});

test('a pull token that is too old is left out, and a bad cursor begins anew: nothing is done twice', async () => {
  const { grid, wire, kf, door, after } = await begun();
  kf.say('wm-r010', '提议：楼道灯修一下');
  await after('wm-r010');
  kf.say('wm-r011', '附议1号');
  wire.refusals.set('kf/sync_msg', [95_007, 40_058]);

  const shown = await after('wm-r011');

  expect(shown).toHaveLength(1);
  expect(await grid.journal()).toEqual(['proposal.open', 'proposal.support']);
  grid.now = new Date(grid.now.getTime() + 61_000);
  await door.run();
  expect(kf.shown).toHaveLength(2);
});

test('the welcome is said within 20 seconds or not at all, and once', async () => {
  const { kf, after, door, grid } = await begun();
  kf.visit('wm-r010');
  kf.visit('wm-r011');
  expect(await after('wm-r010', 5_000)).toEqual([expect.stringContaining('您好')]);
  kf.visit('wm-r012');

  expect(await after('wm-r012', 21_000)).toEqual([]);
  grid.now = new Date(grid.now.getTime() + hour);
  await door.run();
  const welcomed = kf.shown.filter(({ isWelcome }) => isWelcome).map(({ external }) => external);
  // Customers are answered side by side, so in no order.
  expect(welcomed.toSorted()).toEqual(['wm-r010', 'wm-r011']);
});

test('after 48 hours nothing is said; it is said at the next contact', async () => {
  const { grid, wire, kf, after } = await begun();
  wire.refusals.set('kf/send_msg', [-1, -1, -1, -1, -1, -1]);
  kf.say('wm-r010', '提议：楼道灯修一下');
  for (let i = 0; i < 6; i += 1) await after('wm-r010');
  expect(kf.shownTo('wm-r010')).toEqual([]);
  grid.now = new Date(grid.now.getTime() + 49 * hour);
  kf.say('wm-r010', '帮助');

  const shown = await after('wm-r010');
  await after('wm-r010');

  expect(
    kf
      .shownTo('wm-r010')
      .map(({ text }) => text)
      .join(),
  ).toContain('已登记为1号提案');
  expect(shown.length).toBeGreaterThan(0);
});

test('with a person in the chat the bot is silent and keeps nothing for later; with an ended chat it waits', async () => {
  const { grid, kf, after } = await begun();
  kf.say('wm-r010', '提议：楼道灯修一下');
  kf.setState('wm-r010', 3);
  kf.say('wm-r011', '提议：长椅坏了');
  kf.setState('wm-r011', 4);

  await after('wm-r010');

  const answers = await grid.store.dataSource.manager.find(KfAnswer, { order: { external: 'ASC' } });
  expect(answers.map(({ external, state }) => [external, state])).toEqual([
    ['wm-r010', 'failed'],
    ['wm-r011', 'later'],
  ]);
});

test('a chat that was ended is waited for until its customer writes again; one in the pool waits too, and an operator is told', async () => {
  const { grid, kf, after } = await begun();
  kf.say('wm-r010', '提议：楼道灯修一下');
  kf.setState('wm-r010', 4);
  kf.say('wm-r011', '提议：长椅坏了');
  kf.setState('wm-r011', 2);

  await after('wm-r010');

  const answers = await grid.store.dataSource.manager.find(KfAnswer, { order: { external: 'ASC' } });
  expect(answers.map(({ state, errcode }) => [state, errcode])).toEqual([
    ['later', 95_013],
    ['later', 95_018],
  ]);
  kf.say('wm-r010', '谢谢');
  expect((await after('wm-r010')).join('\n')).toContain('已登记为1号提案');
});

test('an answer that is refused although the chat is the bot’s is tried once more, and then waits', async () => {
  const { grid, wire, kf, after } = await begun();
  wire.refusals.set('kf/send_msg', [95_018]);
  kf.say('wm-r010', '提议：楼道灯修一下');

  await after('wm-r010');
  expect(await after('wm-r010')).toEqual([expect.stringContaining('已登记为1号提案')]);

  wire.refusals.set('kf/send_msg', [95_018, 95_018]);
  kf.say('wm-r010', '1号怎么样了');
  await after('wm-r010');
  expect(await after('wm-r010')).toHaveLength(1);
  const answers = await grid.store.dataSource.manager.find(KfAnswer, { order: { id: 'ASC' } });
  expect(answers.map(({ state }) => state)).toEqual(['sent', 'later']);
});

test('when a person of the office ends a chat the bot says within 20 seconds that it goes on, and takes the chat again', async () => {
  const { kf, after } = await begun();
  kf.say('wm-r010', '帮助');
  await after('wm-r010');
  kf.byHand('wm-r010', 'taken');
  kf.say('wm-r010', '我想找人');
  expect(await after('wm-r010')).toHaveLength(1);

  kf.byHand('wm-r010', 'ended');
  expect((await after('wm-r010', 5_000)).at(-1)).toContain('小助手接着为您办');

  kf.say('wm-r010', '帮助');
  expect(await after('wm-r010')).toHaveLength(3);
  expect(kf.call('service_state/get', { open_kfid: 'wkOak0001', external_userid: 'wm-r010' })).toEqual({
    service_state: 1,
  });
  kf.byHand('wm-r010', 'taken');
  kf.byHand('wm-r010', 'ended');
  expect(await after('wm-r010', 21_000)).toHaveLength(3);
});

test('an answer that was taken and did not arrive is known as such', async () => {
  const { grid, kf, after, outcomes } = await begun();
  kf.refusing.set('wm-r010', 10);
  kf.say('wm-r010', '提议：楼道灯修一下');
  await after('wm-r010');
  await after('wm-r010');

  const [answer] = await grid.store.dataSource.manager.find(KfAnswer);
  expect(answer).toMatchObject({ state: 'failed', errcode: 10 });
  expect(outcomes).toContain('lost wm-r010');
});

test('what is taken back before it was read is not done', async () => {
  const { grid, kf, after } = await begun();
  const msgid = kf.say('wm-r010', '提议：楼道灯修一下');
  kf.recall('wm-r010', msgid);

  await after('wm-r010');

  expect(await grid.journal()).toEqual([]);
});

test.each([
  ['is said again', async () => undefined, `${tooLate}\n已登记为1号提案`],
  ['is not kept any more', (grid: Neighbourhood) => grid.store.dataSource.manager.clear(Callback), tooLate],
])('what is taken back too late stands, where its answer %s', async (_, forget, said) => {
  const { grid, kf, after } = await begun();
  const msgid = kf.say('wm-r010', '提议：楼道灯修一下');
  await after('wm-r010');
  await forget(grid);
  kf.recall('wm-r010', msgid);

  const told = (await after('wm-r010')).at(-1) ?? '';

  expect(told.startsWith(said)).toBe(true);
  expect(told).not.toContain('false');
  expect(await grid.journal()).toEqual(['proposal.open']);
});

test('a photo comes by its media id', async () => {
  const grid = await aNeighbourhood();
  const { kf, aProcess } = aKfDoor(grid);
  const asked: unknown[] = [];
  const door = aProcess({
    answer:
      () =>
      async ({ body }) => (asked.push(body), { text: '收到' }),
  });
  kf.send('wm-r010', 'image', { media_id: 'MEDIA-7' });

  await door.run();

  expect(asked).toEqual([{ kind: 'sent', type: 'image', attachment: { url: 'wecom-media:MEDIA-7' } }]);
});

test('killed anywhere between pull, deed and answer: each message has one deed and one answer', async () => {
  const grid = await aNeighbourhood();
  const { kf, aProcess } = aKfDoor(grid);
  let seed = 7;
  const chance = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  let kills = 0;
  const dies = (): void => {
    if (chance() >= 0.2) return;
    kills += 1;
    throw new TypeError('killed');
  };
  const process = () =>
    aProcess({
      fetch: next => async (input, init) => {
        dies();
        const answer = await next(input, init);
        dies();
        return answer;
      },
      answer: next => async message => {
        dies();
        const reply = await next(message);
        dies();
        return reply;
      },
    });
  await aProcess().run();
  const residents = Array.from({ length: 80 }, (_, i) => `wm-r0${10 + i}`);

  await grid.resident('r100').says('提议：楼道灯修一下', { chat: 'single' });
  let said = 0;
  for (let lives = 0; lives < 200; lives += 1) {
    if (lives % 2 === 0 && said < residents.length) kf.say(residents[(said += 1) - 1] ?? '', '附议1号');
    grid.now = new Date(grid.now.getTime() + 61_000);
    const door = process();
    await door.ring('');
    await door.run();
  }

  expect(kills).toBeGreaterThan(200);
  expect((await grid.journal()).filter(deed => deed === 'proposal.support')).toHaveLength(80);
  expect((await rows(grid)).map(({ state }) => state)).toEqual(residents.map(() => 'done'));
  const shown = kf.shown.map(({ external, text }) => [external, text.includes('附议')]);
  expect(shown.toSorted()).toEqual(residents.map(external => [external, true]).toSorted());
});

test('after an outage everything is done in order, and what does not fit into the window is said at the next contact', async () => {
  const { grid, kf, after } = await begun();
  kf.say('wm-r010', '提议：楼道灯修一下');
  for (let i = 0; i < 7; i += 1) kf.say('wm-r010', '1号怎么样了');

  expect(await after('wm-r010')).toHaveLength(5);
  kf.say('wm-r010', '帮助');
  const shown = await after('wm-r010');

  expect(shown).toHaveLength(9);
  expect(await grid.journal()).toEqual(['proposal.open']);
  expect((await rows(grid)).every(({ state }) => state === 'done')).toBe(true);
});

test('what a link carried is handed on; without a welcome its answer is said when they write', async () => {
  const grid = await aNeighbourhood();
  const { kf, aProcess } = aKfDoor(grid);
  const heard: unknown[] = [];
  const door = aProcess({
    answer:
      () =>
      async ({ body }) => {
        heard.push(body);
        return { text: body.kind === 'entered' ? '您是3号楼2单元501的住户吗？' : '好' };
      },
  });
  await door.run();
  kf.say('wm-x', '你好');
  await door.ring('');
  await door.run();
  kf.visit('wm-x', { scene: 'g_oak', param: 'h.7Q2K9' });
  grid.now = new Date(grid.now.getTime() + 61_000);
  await door.ring('');
  await door.run();
  expect(kf.shownTo('wm-x').map(({ text }) => text)).toEqual(['好']);
  kf.say('wm-x', '在吗');
  await door.ring('');
  await door.run();

  expect(heard).toContainEqual({ kind: 'entered', came: { scene: 'g_oak', param: 'h.7Q2K9' } });
  expect(kf.shownTo('wm-x').map(({ text }) => text)).toEqual(['好', '您是3号楼2单元501的住户吗？', '好']);
});
