import { expect, test } from 'vitest';
import type { RoleId } from '../../../src/domain/permissions.js';
import { isCalled, paymentNames } from '../../../src/language/values/payment-names.js';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, asksToPay, received, theProject } from '../../support/works.js';

const inPrivate = { chat: 'single' } as const;

/** 1: asked for; 2: checked; 3: approved. */
const asked = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '楼道换灯', state: 'in_progress', percent: 20 });
  await received(grid, await theProject(grid, 1), { fen: 300_000 });
  await asksToPay(grid, '1号申请支出260元：开关和线管，付给城东建材');
  await asksToPay(grid, '1号申请支出300元：电工一天工钱，付给李电工');
  await asksToPay(grid, '1号申请支出450元：声控灯第二批，付给张记五金');
  for (const no of [2, 3]) await grid.role('bookkeeper').says(`核对申请${no}`, inPrivate);
  await grid.role('grid_secretary').says('批准申请3', inPrivate);
  await grid.until('2026-03-13T09:00:00+08:00');
  return grid;
});

const told: readonly (readonly [RoleId, string])[] = [
  ['bookkeeper', '梯子那张我核过了，对'],
  ['bookkeeper', '水泵的票对得上，核过了'],
  ['bookkeeper', '道闸那笔核过了'],
  ['grid_secretary', '梯子的钱我同意出'],
  ['grid_secretary', '油漆那笔批了'],
  ['cashier', '现在给城东把梯子钱结了'],
  ['cashier', '锁芯那笔付了吧'],
  ['cashier', '张记那笔八百付了吧'],
  ['bookkeeper', '水泵那张发票抬头写错了，退回去重开'],
];

test('a payment that is called by what none bought is none of those that wait: which there are is told', async () => {
  const said: string[] = [];
  for (const [office, text] of told) {
    const reply = await (await asked()).role(office).says(text, inPrivate);
    if (!/^没有对得上.*申请1：260元/su.test(reply)) said.push(`${text}: ${reply}`);
  }
  expect(said).toEqual([]);
});

const meant: readonly (readonly [RoleId, string, RegExp])[] = [
  ['bookkeeper', '线管那张核过了，没问题', /核对申请1”/],
  ['bookkeeper', '城东那张二百六核过了', /核对申请1”/],
  ['bookkeeper', '那张核过了', /核对申请1”/],
  ['bookkeeper', '开关那张票少盖章，打回去', /退回申请1：/],
  ['grid_secretary', '李师傅那笔同意', /批准申请2”/],
  ['grid_secretary', '楼道灯那笔批了吧', /批准申请2”/],
  ['grid_secretary', '那三百批了', /批准申请2”/],
  ['cashier', '张记那笔付了吧', /付申请3/],
  ['cashier', '这笔钱付了', /付申请3/],
  // It is there and waits for something else: the rules say for what.
  ['grid_secretary', '线管那笔批了吧', /现在不行.*待会计核对/],
];

test('what the words fit is read back as before', async () => {
  const said: string[] = [];
  for (const [office, text, expected] of meant) {
    const reply = await (await asked()).role(office).says(text, inPrivate);
    if (!expected.test(reply)) said.push(`${text}: ${reply}`);
  }
  expect(said).toEqual([]);
});

test('the names stand before 那张, 的钱 and the invoice, and behind 付给; general words name nothing', () => {
  expect(paymentNames('现在给城东把梯子钱结了')).toEqual(['梯子', '城东']);
  expect(paymentNames('刚才把锁芯那张核过了')).toEqual(['锁芯']);
  for (const text of [
    '这笔钱付了',
    '给师傅把工钱结了',
    '第二笔批了',
    '刚才那张看过了',
    '三百那笔付了',
    '给大家把钱退了',
  ])
    expect(paymentNames(text), text).toEqual([]);
});

test('a name may wear 老, 师傅 and 子; another thing of one common sign is another thing', () => {
  for (const [words, name] of [
    ['电工一天工钱 李电工', '电工'],
    ['门锁 张记五金', '老张'],
    ['一天工钱 李建国', '李师傅'],
    ['线管', '管子'],
    ['声控灯', '灯泡'],
  ] as const)
    expect(isCalled(words, name), name).toBe(true);
  expect(isCalled('水管 宏达建材', '水泥')).toBe(false);
  expect(isCalled('声控灯第二批 张记五金', '梯子')).toBe(false);
});
