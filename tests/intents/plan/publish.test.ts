import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject, unplanned } from '../../support/works.js';

test('the secretary publishes a plan: it is posted with its rule, and the next step is told', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, unplanned);

  expect(await grid.role('grid_secretary').says('1号项目方案公示：全部换成声控LED灯，预算4800元')).toContain(
    '1号方案已公示到群和公示栏，预算4,800元。下一步：等到3月9日（周一）24:00方案公示期满，再发送“1号发起表决”',
  );

  const [post = ''] = await grid.posts();
  for (const part of [
    '【方案公示】1号 装路灯',
    '全网格118户',
    '做法：全部换成声控LED灯',
    '预算：4,800元',
    '自愿参与，付款前可撤回；不公布未参与名单。',
    '第1号公示',
    '校验码',
  ]) {
    expect(post).toContain(part);
  }
  expect(await theProject(grid, 1)).toMatchObject({ state: 'plan_published', planVersion: 1, budgetFen: 480_000 });
  expect(await grid.journal()).toEqual(['story', 'plan.publish', 'notice.publish']);
});

test('a corrected plan is a second version; the first notice stays', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { ...unplanned, costFen: 100_000 });
  const secretary = grid.role('grid_secretary');
  await secretary.says('发布1号方案：换灯');

  await secretary.says('发布1号方案：换灯和线，预算2000元');

  const posts = await grid.posts();
  expect(posts).toHaveLength(2);
  expect(posts[0]).toContain('预算：1,000元');
  expect(posts[1]).toContain('（第2版）');
});

test.each([
  [{}, '发布1号方案：换灯', '方案要写明预算'],
  [{}, '发布1号方案：换灯，预算20000万元', '金额不能超过10,000,000元'],
  [{ state: 'issue_reported' as const }, '发布1号方案：换灯，预算2000元', '1号项目现在是“征集附议”'],
  [{}, '发布7号方案：换灯，预算2000元', '没有7号项目'],
])('%j, %s: %s', async (changes, words, answer) => {
  const grid = await aNeighbourhood();
  await aProject(grid, { ...unplanned, ...changes });

  expect(await grid.role('grid_secretary').says(words)).toContain(answer);
  expect(await grid.posts()).toEqual([]);
  expect(await grid.journal()).toEqual(['story']);
});

test('a resident cannot publish a plan', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, unplanned);

  expect(await grid.resident(40).says('发布1号方案：换灯，预算2000元')).toContain('要由网格书记');
});
