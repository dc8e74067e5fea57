import { expect, test } from 'vitest';
import { aNeighbourhood } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

/** A plan that was on display long enough. */
const longAgo = new Date('2026-02-02T10:00:00+08:00');

/** The same words at different moments (the annotators' guide and the issue on language). */

test('同意 is talk without a poll, a vote with one, and asked about with two', async () => {
  const grid = await aNeighbourhood();
  const [leader, neighbour] = [grid.role('building_leader'), grid.resident(40)];
  await aProject(grid, { state: 'plan_published', planPublishedAt: longAgo });
  await aProject(grid, { state: 'plan_published', planPublishedAt: longAgo, title: '修围墙' });

  expect(await neighbour.says('同意')).toContain('没有记任何东西');
  await leader.says('1号发起表决，3天后截止');
  expect(await neighbour.says('同意')).toContain('1号您家投了同意');
  await leader.says('2号发起表决，3天后截止');
  expect(await grid.resident(41).says('同意')).toContain('请问是几号');
  expect(await grid.resident(41).says('2号')).toContain('2号您家投了同意');
});

test('an option that one open poll alone has names the poll', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'plan_published', planPublishedAt: longAgo });
  await grid.role('building_leader').says('1号发起表决，3天后截止');
  await grid.role('building_leader').says('发起投票：楼道刷什么颜色，选项白色、米黄、浅灰，明晚八点截止');

  expect(await grid.resident(40).says('米黄')).toContain('投了米黄');
  expect(await grid.resident(41).says('我选白色')).toContain('投了白色');
});

test('再加200 and 改成500 speak of one’s own last word, and say what it comes to, though two rounds are open', async () => {
  const grid = await aNeighbourhood();
  for (const title of ['装路灯', '修围墙']) {
    await aProject(grid, { state: 'pledging', title, pledgeClosesAt: new Date(grid.now.getTime() + 86_400_000) });
  }
  const giver = grid.resident(40);

  await giver.says('2号我出100元');
  expect(await giver.says('再加200')).toBe('2号您家共认捐300元');
  expect(await giver.says('改成500')).toBe('2号认捐改为500元（原来一共300元）');
  expect(await grid.resident(41).says('我出100元')).toContain('请问是几号');
});

test('好 after a read-back is yes, and before it nothing', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'pledging', pledgeClosesAt: new Date(grid.now.getTime() + 86_400_000) });
  const giver = grid.resident(40);

  expect(await giver.says('好')).toContain('没有记任何东西');
  expect(await giver.says('我认捐一千万')).toContain('回复“是”');
  expect(await giver.says('好')).toContain('认捐10,000,000元');
});

test('a new proposal that is like an open one is shown it, and 附议 is offered instead', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(40).says('提案：3号楼东头装路灯');

  expect(await grid.resident(41).says('提议在三号楼东边安几盏路灯')).toMatch(/和1号.*很像.*附议1号/u);
  expect(await grid.resident(41).says('附议1号')).toContain('现在2户');
  expect(await grid.resident(42).says('提案：给南门换自动门')).toContain('2号提案');
});
