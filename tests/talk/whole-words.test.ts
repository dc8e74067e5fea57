import { expect, test } from 'vitest';
import { aNeighbourhood } from '../support/neighbourhood.js';
import { aProject, theProject } from '../support/works.js';

test('a message of more than 4 KB is refused unread, in one sentence', async () => {
  const grid = await aNeighbourhood();

  expect(await grid.resident(20).says(`提案：${'3号楼东头装路灯'.repeat(400)}`)).toContain('这条消息太长');
  expect(await grid.journal()).toEqual([]);
});

test('a plan is published to its last word, with its mentions and addresses', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'topic_selected' });
  const plan = `请联系abc@163.com 再比一家，别只问@张三 一个人。${'管道走向和阀门位置。'.repeat(88)}最后验收。`;
  expect(plan.length).toBeGreaterThan(900);

  const answer = await grid.role('community_secretary').says(`发布1号方案：${plan}预算3.6万元`);

  const { planText } = await theProject(grid, 1);
  expect(answer).toContain('已公示');
  expect(planText).toContain('请联系abc@163.com 再比一家，别只问@张三 一个人');
  expect(planText).toContain('最后验收');
});

test.each(['#1', '第一号', '一号', '第1号', '1 号', '＃1'])('%s stands for 1号 before a fixed form', async no => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'pledging' });

  expect(await grid.resident(20).says(`${no}不用提醒我`)).toBe(await grid.resident(21).says('1号不用提醒我'));
});
