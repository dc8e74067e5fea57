import { expect, test } from 'vitest';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

test('at 8:30 whoever holds a role and has something waiting hears of it, once a day; nobody else does', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'topic_proposed', fundingClass: null });
  await grid.until('2026-03-03T08:40:00+08:00');
  await grid.scheduler.run('send-morning-lists');

  const lists = (await grid.postsTo(grid.role('grid_secretary').userid)).filter(text => text.includes('早上等您办的'));
  expect(lists).toEqual(['3月3日（周二）早上等您办的1件：\n- 1号「装路灯」确定选题和类别\n发送“待办”，回复数字就办。']);
  expect(await grid.postsTo(grid.role('cashier').userid)).toEqual([]);
  expect(await grid.postsTo(grid.resident(50).userid)).toEqual([]);
});
