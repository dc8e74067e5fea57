import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { projectBoard } from '../../../src/publish/notice/project-board.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

test('an idea is kept with the matter, answered one by one, told to who had it, and stands in the plan', async () => {
  const grid = await aNeighbourhood();
  const secretary = grid.role('grid_secretary');
  const [one, other] = [grid.resident(40), grid.resident(41)];
  await grid.resident(20).says('提案：3号楼东头装路灯，预算3000元');
  for (const who of [21, 22, 23, 24]) await grid.resident(who).says('附议1号');
  await one.says('加入积分');

  expect(await one.says('1号建议：用感应灯，省电')).toContain('记为1号建议1');
  expect(await other.says('1号建议：装太阳能灯')).toContain('记为1号建议2');
  expect(await other.says('1号建议：装太阳能灯')).toContain('这条建议已经有了');
  const inRoom = '1号建议：灯装在3号楼2单元301门口';
  expect(await other.says(inRoom)).toContain('记为1号建议3');
  expect(await other.says(inRoom)).toContain('这条建议已经有了');
  expect(await one.says('1号建议1采纳')).toContain('这件事要由');
  expect(await secretary.says('1号建议1采纳')).toContain('采纳');
  expect(await secretary.says('1号建议2不采纳')).toContain('要写原因');
  expect(await secretary.says('1号建议2不采纳：冬天日照不够')).toContain('不采纳');
  expect((await grid.postsTo(one.userid)).at(-1)).toContain('建议1“用感应灯，省电”写进方案了，积分加5分');
  expect((await grid.postsTo(other.userid)).at(-1)).toContain('没有采纳：冬天日照不够');
  expect(await grid.resident(50).says('1号建议')).toContain('建议2 装太阳能灯：没有采纳，冬天日照不够');

  await secretary.says('1号定为迫切需求类');
  for (const said of ['1号责任核查', '6', '1998年建成，已过保修']) await secretary.says(said);
  await secretary.says('发布1号方案：装感应路灯六盏，预算3000元');
  expect((await grid.posts()).join('\n')).toContain('邻居的建议：3条，写进方案1条（用感应灯，省电），没有采纳1条');
  const view = { no: 1, page: 1, expenses: 1, next: '', now: grid.now };
  const page = await grid.inUnit(async unit => projectBoard(unit, view));
  expect(page).toContain('建议2 装太阳能灯：没有采纳');
  expect(page).not.toContain(other.name);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('an idea is about the matter and nobody; three a resident; none once it is decided', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(40);
  await grid.resident(20).says('提案：3号楼东头装路灯，预算3000元');

  expect(await resident.says('1号建议：别让老王管，他天天骂人')).toContain('不说到人，没有记');
  for (const idea of ['用感应灯', '灯杆刷绿漆', '灯朝下照']) await resident.says(`1号建议：${idea}`);
  expect(await resident.says('1号建议：再矮一点')).toContain('最多提3条');
  expect(await resident.says('9号建议：用感应灯')).toContain('没有9号');
  expect(await grid.role('grid_secretary').says('1号建议7采纳')).toContain('没有建议7');
  await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    if (project) await unit.projects.keep(Object.assign(project, { state: 'in_progress' }));
    unit.journal.add('test', { by: 'test', at: grid.now });
  });
  expect(await grid.resident(41).says('1号建议：用感应灯')).not.toContain('记为');
});
