import { expect, test } from 'vitest';
import { categories } from '../../../src/domain/proposal/categories.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

test.each([
  ['模板 换灯', '楼道和小区照明：一般怎么办'],
  ['模板：暖气管漏水', '供热管道'],
  ['加装电梯的模板', '电梯（维修、梯控、加装）'],
  ['模板 楼顶防水', '屋面和外墙'],
])('%s tells what to ask, who pays, the lines, the track, the days and the safety', async (said, words) => {
  const grid = await aNeighbourhood();
  const answer = await grid.resident(50).says(said);

  expect(answer).toContain(words);
  for (const part of ['先问清', '谁出钱', '类别', '预算常有', '怎么定', '工期', '安全']) expect(answer).toContain(part);
  expect(await grid.journal()).toEqual([]);
});

test('a matter has the template of its kind, and every kind has one; what is no kind is told so', async () => {
  const grid = await aNeighbourhood();
  const resident = grid.resident(50);
  await resident.says('提案：3号楼换自来水主管，预算3万元');

  expect(await resident.says('1号模板')).toContain('供水管道');
  expect(await resident.says('9号模板')).toContain('没有9号');
  for (const { said } of categories.values()) expect(await resident.says(`模板 ${said}`)).toContain(`**${said}：`);
  expect(await resident.says('模板')).toContain('邻里驿站和活动室');
  expect(await resident.says('模板 外星人')).toContain('没有“外星人”的模板');
});

test('whoever classifies a matter hears what its plan usually holds', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(20).says('提案：3号楼东头装路灯，预算3000元');
  for (const who of [21, 22, 23, 24]) await grid.resident(who).says('附议1号');

  expect(await grid.role('grid_secretary').says('1号定为轻量影响类')).toContain('预算常有灯具、电线和开关');
});
