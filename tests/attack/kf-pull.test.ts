import { expect, test } from 'vitest';
import { KfAnswer } from '../../src/store/notice/kf-answer.js';
import { aKfDoor } from '../support/kf.js';
import { aNeighbourhood } from '../support/neighbourhood.js';

/** 微信客服 of a few homes, whose list counts how often it is asked. */
async function begun() {
  const grid = await aNeighbourhood({ households: 12 });
  const far = aKfDoor(grid);
  const asked: number[] = [];
  const door = far.aProcess({
    fetch: next => (input, init) => {
      if (String(input).includes('sync_msg')) asked.push(grid.now.getTime());
      return next(input, init);
    },
  });
  await door.run();
  const passes = async (seconds: number, each = 5): Promise<void> => {
    for (let past = 0; past < seconds; past += each) {
      grid.now = new Date(grid.now.getTime() + each * 1000);
      await door.run();
    }
  };
  return { grid, ...far, door, asked, passes };
}

test('without a bell the list is asked after ten quiet minutes, and then no more than once a minute', async () => {
  const { grid, door, asked, passes } = await begun();
  await door.ring('');
  await passes(5);
  const [rung, from] = [asked.length, grid.now.getTime()];

  await passes(9 * 60);
  expect(asked).toHaveLength(rung);
  await passes(21 * 60);
  const quiet = asked.slice(rung);
  expect(quiet.length).toBeGreaterThan(15);
  for (const [nth, at] of quiet.entries()) expect(at - (quiet[nth - 1] ?? from)).toBeGreaterThanOrEqual(60_000);
});

test.each([40_058, 50_100])(
  'a cursor that is refused with %d is begun anew, and nothing is done twice',
  async errcode => {
    const { grid, kf, wire, door, passes } = await begun();
    kf.say('wm-r010', '提议：楼道灯修一下');
    await door.ring('');
    await passes(5);
    wire.refusals.set('kf/sync_msg', [errcode]);
    kf.say('wm-r011', '附议1号');
    await door.ring('');
    await passes(130);

    expect(await grid.journal()).toEqual(['proposal.open', 'proposal.support']);
    expect(kf.shownTo('wm-r010')).toHaveLength(1);
  },
);

test.each([0, 1, 2, 7, 8, 9, 11, 12, 13])(
  'an answer told undelivered by %d is given up, and not said again by itself',
  async fail => {
    const { grid, kf, door, passes } = await begun();
    kf.refusing.set('wm-r010', fail);
    kf.say('wm-r010', '提议：楼道灯修一下');
    await door.ring('');
    await passes(130);
    kf.refusing.delete('wm-r010');
    kf.say('wm-r010', '谢谢');
    await door.ring('');
    await passes(130);

    const [first] = await grid.store.dataSource.manager.find(KfAnswer, { order: { id: 'ASC' } });
    expect(first).toMatchObject({ state: 'failed', errcode: fail, content: null });
    expect(
      kf
        .shownTo('wm-r010')
        .map(({ text }) => text)
        .join('\n'),
    ).not.toContain('已登记为1号提案');
  },
);
