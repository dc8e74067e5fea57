import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

test('what waits for me is a list in private, and a number of it does it', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'topic_proposed', fundingClass: null });
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('待办', { chat: 'single' })).toBe(
    '等您办的1件，回复前面的数字就办：\n1. 1号「装路灯」确定选题和类别',
  );
  expect(await secretary.says('1', { chat: 'single' })).toContain('请问归哪一类');
  expect(await secretary.says('轻量影响', { chat: 'single' })).toContain('归为轻量影响类');
  expect((await theProject(grid, 1)).fundingClass).toBe('light');
});

test('the list is true when it is read: a deed that somebody else did is gone from it', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'topic_proposed', fundingClass: null });
  const deputy = grid.role('grid_deputy');
  await deputy.says('待办', { chat: 'single' });
  await grid.role('grid_secretary').says('1号定为迫切需求类');

  expect(await deputy.says('待办', { chat: 'single' })).not.toContain('确定选题');
});

test('in the group only how many is told, and a resident without anything due hears so', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'topic_proposed', fundingClass: null });

  expect(await grid.role('grid_secretary').says('待办')).toBe(
    '有1件事等您办，点我的头像，私聊发送“待办”就能一件一件办。',
  );
  expect(await grid.resident(50).says('我的待办', { chat: 'single' })).toBe('现在没有等您办的事。');
});

test('a number that the list has not shows the list again, and other words are other words', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'topic_proposed', fundingClass: null });
  const secretary = grid.role('grid_secretary');
  await secretary.says('待办', { chat: 'single' });

  expect(await secretary.says('7', { chat: 'single' })).toContain('等您办的1件');
  expect(await secretary.says('项目列表', { chat: 'single' })).toContain('装路灯');
});

test.each([
  ['topic_selected', '1号验收合格', '还不能验收', '先网格书记发布方案'],
  ['accepted', '1号定为迫切需求类', '不能再定分类了', '现在：'],
] as const)('a deed out of turn hears what comes instead: %s, %s', async (state, said, no, instead) => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state, acceptedAt: state === 'accepted' ? grid.now : null });

  const answer = await grid.role('grid_secretary').says(said);
  expect(answer).toContain(no);
  expect(answer).toContain(instead);
});
