import { expect, test } from 'vitest';
import type { RoleId } from '../../../src/domain/permissions.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

/** 1号 is on display with an objection and an idea, 2号 collects, and a report stands. */
const quarter = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, {
    title: '下水道清淤',
    state: 'plan_published',
    planPublishedAt: new Date('2026-03-09T09:00:00+08:00'),
  });
  await aProject(grid, { title: '大门装道闸', state: 'collecting', budgetFen: 300_000 });
  await grid.resident(20).says('1号异议：报价偏高，没看见第二家', { chat: 'single' });
  await grid.resident(21).says('1号建议：顺便把井盖换成防响的');
  await grid.resident(40).says('报事：单元门关不上');
  return grid;
});

test.each<readonly [RoleId, string, RegExp]>([
  [
    'grid_secretary',
    '给清淤提意见的那位回个话：已经加问了一家，价钱更高',
    /答复异议（1号，异议号1，内容已经加问了一家，价钱更高）/,
  ],
  ['grid_secretary', '跟提异议的那家说一声：第二家更贵', /答复异议（1号，异议号1，内容第二家更贵）/],
  ['grid_secretary', '1号建议1不采纳：钱不够', /不采纳|已答复/],
  ['grid_secretary', '井盖换防响的那个主意就不弄了，钱不够', /建议1答复“不采纳：钱不够”/],
  ['grid_secretary', '防响井盖的建议先放一放，没钱', /建议1答复“不采纳：没钱”/],
  ['property_company', '单元门修好了，换了个闭门器', /报事1记为办好了/],
])('%s: “%s” is the deed of an office', async (role, words, expected) => {
  expect(await (await quarter()).role(role).says(words, { chat: 'single' })).toMatch(expected);
});

test.each<readonly [RoleId, string]>([
  // Who speaks of an objection raises none.
  ['grid_secretary', '疏通下水那个，提意见的说得在理，公示先拿下来，再比两家'],
  ['grid_secretary', '清淤那个意见提得对'],
  // What is not mended yet is not solved, and a question books and reports nothing.
  ['property_company', '单元门还没修好呢'],
  ['property_company', '还没弄好，零件没到'],
  ['cashier', '301那三百现在在账上了吧'],
  ['grid_worker', '单元门关不上那个是谁管着'],
  // Where no small job was told to be done, none is judged.
  ['supervisor', '我上楼瞅了，弄得挺好，过'],
])('%s: “%s” is read back as nothing', async (role, words) => {
  expect(await (await quarter()).role(role).says(words, { chat: 'single' })).not.toMatch(
    /异议：|办好了“|收到301|要加一份|记为报事|您是要/u,
  );
});

test.each([
  ['清淤我有意见，报价太高', /您是要“1号异议：报价太高”/],
  ['1号异议：提意见的人还没得到答复就要表决，不合规矩', /异议已记为第2条/],
  ['楼道灯坏了谁管啊', /记为\*\*报事/],
  ['单元门关不上，谁来管管', /已有报事1|记为\*\*报事/],
])('a resident: “%s” stays what it is', async (words, expected) => {
  expect(await (await quarter()).resident(45).says(words)).toMatch(expected);
});
