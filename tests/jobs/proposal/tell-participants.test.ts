import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { theStory } from '../../support/twenty-households.js';

/** What a member was told of 1号 by the job, oldest first. */
async function heard(grid: Neighbourhood, userid: string): Promise<string[]> {
  return (await grid.postsTo(userid)).filter(text => /^您\d+月.+的1号「/u.test(text));
}

test('whoever took part hears how it ended exactly once, with the thanks; who asked not to hear is left alone', async () => {
  const grid = await theStory();
  const quiet = grid.resident(99);
  expect(await quiet.says('1号不用再告诉我')).toContain('不再告诉您');

  await grid.until('2026-04-20T10:00:00+08:00');
  expect(await grid.role('cashier').says('1号支出余款退款3140元')).toContain('退给20户');
  await grid.until('2026-06-01T10:00:00+08:00');
  const state = await grid.inUnit(async unit => (await unit.projects.byNo(1))?.state);
  expect(state).toBe('closed');
  const last = '办成了，一共花了860元，118位邻居出了力。谢谢您！';
  // All 118 voted; among them are who raised, seconded, objected, paid, worked, inspected and rated.
  for (let who = 0; who < 118; who += 1) {
    const ends = (await heard(grid, grid.resident(who).userid)).filter(text => text.includes(last));
    expect(ends, `resident ${who}`).toHaveLength(who === 99 ? 0 : 1);
  }
  expect((await heard(grid, grid.resident(20).userid)).at(-1)).toContain('您3月提的1号「');
  expect((await heard(grid, grid.resident(21).userid)).at(-1)).toContain('您3月附议的1号');
  expect((await heard(grid, grid.resident(60).userid)).at(-1)).toContain('您3月投过票的1号');
  expect(JSON.stringify(await heard(grid, grid.resident(60).userid))).not.toMatch(/反对|太贵/u);
  expect(await verify(grid.store, () => undefined)).toBe(true);
}, 300_000);

test('at most one message a week and matter; a later step takes the place of one that was not told', async () => {
  const grid = await aNeighbourhood();
  const [proposer, other] = [grid.resident(20), grid.resident(24)];
  await proposer.says('提案：3号楼东头装路灯，预算3000元');
  grid.now = new Date('2026-03-02T11:00:00+08:00');
  for (const who of [21, 22, 23, 24]) await grid.resident(who).says('附议1号');
  await grid.until('2026-03-03T10:00:00+08:00');
  await grid.scheduler.run('tell-participants');
  expect(await heard(grid, proposer.userid)).toHaveLength(1);
  // The fifth household made it a topic, and saw so.
  expect(await heard(grid, other.userid)).toEqual([]);

  await grid.role('grid_secretary').says('1号定为迫切需求类');
  await grid.until('2026-03-09T09:00:00+08:00');
  expect(await heard(grid, proposer.userid)).toHaveLength(1);
  await grid.until('2026-03-10T10:00:00+08:00');
  for (const { userid } of [proposer, other]) expect((await heard(grid, userid)).at(-1)).toContain('到了“选题确定”');
  expect(await heard(grid, proposer.userid)).toHaveLength(2);

  await other.says('1号不用再告诉我');
  await other.says('1号继续告诉我');
  await proposer.says('1号别再告诉我了');
  await grid.role('community_secretary').says('1号终止：供电公司已经装好');
  await grid.role('community_secretary').says('是');
  await grid.until('2026-03-20T10:00:00+08:00');
  expect((await heard(grid, other.userid)).at(-1)).toContain('终止了');
  expect((await heard(grid, proposer.userid)).at(-1)).not.toContain('终止了');
});

test('who reported a trouble hears how the proposal that it grew into goes on', async () => {
  const grid = await aNeighbourhood();
  const stranger = grid.resident('guest.one');
  await grid.resident(61).says('报事：3号楼2单元楼道灯坏了');
  await stranger.says('报事：3号楼2单元楼道灯不亮');
  await stranger.says('是');
  await grid.resident(61).says('报事1转提案');
  grid.now = new Date('2026-03-02T11:00:00+08:00');
  for (const who of [21, 22, 23, 24]) await grid.resident(who).says('附议1号');
  await grid.until('2026-03-03T10:00:00+08:00');

  expect((await heard(grid, stranger.userid)).at(-1)).toContain('您3月报的1号「3号楼2单元楼道灯坏了」到了“议题提出”');
});
