import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

const most = 20;

test('where a hundred neighbours vote in one group, each vote is answered in twenty characters', async () => {
  const grid = await aNeighbourhood();
  const leader = grid.role('building_leader');
  await leader.says('发起投票：楼道刷什么颜色，选项白色、米黄，3天后截止');
  const voter = grid.resident(40);

  for (const said of ['米黄', '选白色']) {
    const reply = await voter.says(said);
    expect(reply, said).toContain('您家');
    expect([...reply].length, reply).toBeLessThanOrEqual(most);
  }
});

test.each([
  '1号我出200元',
  '1号再加100元',
  '1号认捐改成1234.50元',
  '1号我匿名捐9999.50元',
  '1号替3号楼2单元101认捐200元',
])('%s is answered in the group in twenty characters, and at length in private', async said => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'pledging', budgetFen: 10_000_000 });
  const giver = grid.resident(20);
  // A second sum that does not say what it is beside the first is asked about.
  if (/再加|改成/u.test(said)) await giver.says('1号我出50元');

  const reply = await giver.says(said);
  expect(reply).toContain('认捐');
  expect([...reply].length, reply).toBeLessThanOrEqual(most);
  expect(await grid.resident(31).says(said, { chat: 'single' })).toContain('付款前可撤回');
});
