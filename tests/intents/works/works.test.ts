import { expect, test } from 'vitest';
import { dayMs } from '../../../src/domain/calendar.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, noted, received, theProject } from '../../support/works.js';

test('the first report starts the works, a report without a number keeps the last one', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'funded' });
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('1号项目进度：管沟已开挖，完成50%')).toBe(
    '1号进度已记：管沟已开挖，完成50%。下一步：施工方报施工进度，发送“1号进度：……，完成50%”。',
  );
  expect((await theProject(grid, 1)).state).toBe('in_progress');
  expect(await secretary.says('1号项目进度更新：墙面已刷完底漆')).toContain('完成50%');
});

test('progress does not go backwards', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { percent: 60 });

  expect(await grid.role('grid_secretary').says('1号项目进度：管沟已开挖，完成50%')).toContain('上次报的是完成60%');
});

test('works that are not yet paid for cannot start, said with and without the number', async () => {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { state: 'collecting' });
  await received(grid, project, { fen: 100_000 });
  const secretary = grid.role('grid_secretary');

  expect(await secretary.says('1号项目进度：管沟已开挖，完成50%')).toContain('还差2,000元到账');
  expect(await secretary.says('汇报进度：管沟已开挖，完成50%')).toContain('还差2,000元到账');
});

test('at 100 % the supervisors are called, in the group too when it was said in private', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { percent: 80 });

  const said = await grid.role('grid_secretary').says('1号项目进度：路灯全部装好，完成100%', { chat: 'single' });

  expect(said).toContain('下一步：监管小组验收');
  expect(await grid.posts()).toEqual([expect.stringContaining('1号「装路灯」已完工')]);
  expect((await theProject(grid, 1)).state).toBe('completed_pending_acceptance');
});

test('works that are mended are done again when somebody says 100 %', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'rectification', percent: 100 });
  const secretary = grid.role('grid_secretary');

  await secretary.says('1号项目进度更新：墙面正在重刷');
  expect((await theProject(grid, 1)).state).toBe('rectification');
  await secretary.says('1号项目进度：墙面已重刷，完成100%');
  expect((await theProject(grid, 1)).state).toBe('completed_pending_acceptance');
});

test('a supervisor notes an inspection and earns points once a day; others may not', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid);
  const supervisor = grid.role('supervisor');

  expect(await supervisor.says('1号项目巡查发现电线没套管')).toBe(
    '1号巡查已记：电线没套管。18:00的进度公示会写明。积分+2。',
  );
  expect(await supervisor.says('今日巡查：材料堆放整齐，无安全隐患')).not.toContain('积分');
  expect(await grid.resident(40).says('1号项目巡查发现电线没套管')).toContain('要由监管小组成员来办');
  expect(await grid.journal()).toEqual(['story', 'inspection.report', 'inspection.report']);
});

test('anyone asks how the works stand: last report, last inspection, who acts next', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid);
  await grid.role('grid_secretary').says('1号项目进度：管沟已开挖，完成50%');
  await grid.role('supervisor').says('1号项目巡查发现电线没套管');
  await grid.until(new Date(grid.now.getTime() + dayMs));

  const said = await grid.resident(40).says('1号进度');

  for (const part of ['施工中，完成50%', '管沟已开挖', '电线没套管', '下一步：施工方报施工进度'])
    expect(said).toContain(part);
});

test('with several under way each has a line, with none the list is offered', async () => {
  const grid = await aNeighbourhood();
  expect(await grid.resident(40).says('看看施工进度')).toContain('现在没有在施工的项目');
  await aProject(grid, { title: '甲' });
  await noted(grid, await aProject(grid, { title: '乙', percent: 90 }), { percent: 90 });
  await grid.until(new Date(grid.now.getTime() + dayMs));

  const said = await grid.resident(40).says('看看施工进度');
  expect(said).toContain('- 1号 甲（施工中） 还没有进度公示');
  expect(said).toMatch(/- 2号 乙（施工中） 完成90%（第\d+号公示），下一步：施工方报施工进度/);
});
