import { expect, test } from 'vitest';
import type { RoleId } from '../../../src/domain/permissions.js';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, asksToPay, received, theProject } from '../../support/works.js';

/** 1: paid; 2: approved an hour ago; 3: checked; 4: asked for. */
const asked = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  const budgetLines = [
    { name: '灯具', amountFen: 200_000 },
    { name: '人工', amountFen: 100_000 },
  ];
  await aProject(grid, { title: '楼道换灯', state: 'in_progress', percent: 20, budgetLines });
  await received(grid, await theProject(grid, 1), { fen: 300_000 });
  await asksToPay(grid, '1号申请支出400元：声控灯首批，付给张记五金，列支灯具');
  await grid.role('bookkeeper').says('核对申请1', { chat: 'single' });
  await grid.role('grid_secretary').says('批准申请1', { chat: 'single' });
  await grid.until('2026-03-13T09:00:00+08:00');
  await grid.role('cashier').says('付申请1', { chat: 'single' });
  await asksToPay(grid, '1号申请支出450元：声控灯第二批，付给张记五金，列支灯具');
  await asksToPay(grid, '1号申请支出300元：电工一天工钱，付给李电工，列支人工');
  await asksToPay(grid, '1号申请支出260元：开关和线管，付给城东建材，列支灯具');
  for (const no of [2, 3]) await grid.role('bookkeeper').says(`核对申请${no}`, { chat: 'single' });
  await grid.role('community_secretary').says('批准申请2', { chat: 'single' });
  return grid;
});

test.each<readonly [RoleId, string, RegExp]>([
  ['cashier', '张记第二批的钱咋还不让我付', /^申请2：.*还不能付，3月14日/u],
  ['cashier', '张记那笔咋样了', /^申请2：[^\n]*$/u],
  ['cashier', '明天能给张记打钱不', /^申请2：/u],
  ['bookkeeper', '张记的钱都给人家了吗', /^申请2：.*\n申请1：.*已付款/u],
  ['community_secretary', '线管那张呢', /^申请4：.*等会计核对/u],
  ['community_secretary', '电工那个花多少，干啥的', /^申请3：.*300元，电工一天工钱.*等批准/u],
  ['building_leader', '给城东的钱付了没有', /^申请4：/u],
  ['community_secretary', '哪几笔钱在等人点头', /^申请2：.*\n申请3：.*\n申请4：/u],
  ['supervisor', '我现在能看哪些还没付出去的钱', /^申请2：.*\n申请3：.*\n申请4：/u],
  ['cashier', '手里还有哪几笔没付', /^申请2：/u],
  ['supervisor', '上一笔钱付给谁了，多少', /^最近付出去的一笔：1号「楼道换灯」400元，声控灯首批，付给张记五金/u],
  ['bookkeeper', '这个月花出去多少', /一共付出去400元/u],
  [
    'building_leader',
    '灯具这项还能花多少',
    /“灯具”：预算2,000元，已付400元，已申请还没付710元（申请2、4），还剩890元/u,
  ],
  ['building_leader', '人工还剩多少', /“人工”：预算1,000元，已付0元，已申请还没付300元（申请3），还剩700元/u],
])('%s “%s” is answered from the state, without a number', async (office, words, expected) => {
  const grid = await asked();
  const before = await grid.journal();

  expect(await grid.role(office).says(words)).toMatch(expected);
  expect(await grid.journal()).toHaveLength(before.length);
});

test('why not, and whom to press, behind such an answer are of the same payment', async () => {
  const cashier = (await asked()).role('cashier');
  await cashier.says('张记第二批那笔我现在能打钱不');

  expect(await cashier.says('咋还不行啊')).toMatch(/^申请2：.*还不能付/u);
  expect(await cashier.says('那我该催谁')).toMatch(/^申请2：/u);
});

test.each<readonly [RoleId | number, string]>([
  [30, '灯泡多少钱一个'],
  [30, '城东建材那个店还开着吗'],
  [30, '电工师傅啥时候来'],
  ['cashier', '张记的电话多少'],
  ['building_leader', '张记那笔别付'],
  ['community_secretary', '线管那张批了'],
  [30, '哪几笔是我家交的'],
  [30, '我上一笔交了多少'],
  [30, '油漆还剩多少'],
])('%s “%s” asks for the state of no payment', async (who, words) => {
  const grid = await asked();
  const person = typeof who === 'number' ? grid.resident(who) : grid.role(who);

  expect(await person.says(words)).not.toMatch(/^申请\d：|^最近付出去|预算明细“/u);
});
