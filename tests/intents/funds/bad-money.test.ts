import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { pictureMaxBytes } from '../../../src/domain/picture.js';
import type { RoleId } from '../../../src/domain/permissions.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, received } from '../../support/works.js';

const budgetLines = [
  { name: '材料', amountFen: 120_000 },
  { name: '人工', amountFen: 80_000 },
];

/** Number 1 is being built with 1 500 yuan in cash, number 2 collects pledges, number 3 waits for its plan. */
async function accounts(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  const works = await aProject(grid, { budgetFen: 200_000, budgetLines });
  await received(grid, works, { fen: 150_000, householdId: 1 });
  await aProject(grid, { state: 'pledging', budgetFen: 900_000_000 });
  await aProject(grid, { state: 'topic_selected', budgetFen: null, costFen: null });
  return grid;
}

/** All that could be booked, half or whole: entries, requests, pictures, lists of the bank, projects. */
async function booked(grid: Neighbourhood): Promise<unknown> {
  return grid.inUnit(async unit => ({
    entries: await unit.ledger.all(),
    requests: [...(await unit.spending.ofProject(1)), ...(await unit.spending.ofProject(2))],
    projects: (await unit.projects.all()).map(({ state, budgetFen, surplusTo }) => ({ state, budgetFen, surplusTo })),
  }));
}

const tooLarge = /不能超过10,000,000元/u;
const tooPrecise = /小数点后最多两位/u;
const notPositive = /金额要大于零/u;
const inside = /请说一个准数/u;
const foreign = /只能记人民币/u;

test.each<readonly [RoleId | 'resident', string, RegExp]>([
  // Beyond ten million yuan.
  ['resident', '2号我出10000000.01元', tooLarge],
  ['cashier', '1号收到1号楼1单元101 10000000.01元', tooLarge],
  ['cashier', '1号奖补资金到账一千零一万元', tooLarge],
  ['building_leader', '1号申请支出10000000.01元：材料', tooLarge],
  ['cashier', '1号收到1号楼1单元101 一百亿元', tooLarge],
  ['building_leader', '1号申请支出一百亿元：材料', tooLarge],
  ['grid_secretary', '发布3号方案：换电缆，预算10000000.01元', tooLarge],
  // Three decimals.
  ['resident', '2号我出3.005元', tooPrecise],
  ['cashier', '1号收到1号楼1单元101 200.005元', tooPrecise],
  ['building_leader', '1号申请支出100.005元：材料', tooPrecise],
  ['cashier', '1号支出86.123元买灯泡', tooPrecise],
  // Negative, and nothing.
  ['resident', '2号我出-5元', notPositive],
  ['cashier', '1号收到1号楼1单元101 -200元', notPositive],
  ['building_leader', '1号申请支出-100元：材料', notPositive],
  ['resident', '2号我出0元', notPositive],
  ['cashier', '1号支出0元买灯泡', notPositive],
  // Another currency, and a currency sign inside.
  ['resident', '2号我出$20', foreign],
  ['cashier', '1号收到1号楼1单元101 50美元', foreign],
  ['building_leader', '1号申请支出$100：材料', foreign],
  ['resident', '2号我出2¥00元', inside],
  ['cashier', '1号收到1号楼1单元101 2￥00元', inside],
  ['building_leader', '1号申请支出1¥00元：材料', inside],
  // Above the line, and above what is there.
  ['building_leader', '1号申请支出1200.01元：材料', /1,200元/u],
  ['building_leader', '1号申请支出800.01元：人工', /800元/u],
  // A refund that nobody is owed, and one of another sum.
  ['cashier', '1号支出余款退款1500.01元', /施工中/u],
  // A day that does not exist.
  ['grid_secretary', '1号工期：拆旧2月30日', /请写清每个节点和日子/u],
  ['building_leader', '1号申请支出100元：列材料，留质保金3%，到2027年2月29日', /2027年2月29日/u],
])('%s says “%s”: refused in a sentence, nothing half booked', async (who, said, sentence) => {
  const grid = await accounts();
  const before = await booked(grid);
  const person = who === 'resident' ? grid.resident(30) : grid.role(who);

  const answer = await person.says(said);
  // What is unusual is read back first.
  const last = answer.includes('回复“是”') ? await person.says('是') : answer;
  expect(last).toMatch(sentence);

  expect(await booked(grid)).toEqual(before);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test.each([
  ['a file that is no picture', '%PDF-1.7'],
  ['a picture of over 20 MB', 'x'.repeat(pictureMaxBytes)],
])('%s is no voucher: the handler hears what can be used, and the request stands without it', async (_, picture) => {
  const grid = await accounts();
  const leader = grid.role('building_leader');

  expect(await leader.sends(picture)).toMatch(/20MB以内.*JPG|JPG.*20MB/u);
  expect(await leader.says('1号申请支出100元：材料', { chat: 'single' })).toContain('还没有凭据照片');
  expect(await leader.says('补凭据1', { chat: 'single' })).toMatch(/照片/u);

  const [request] = await grid.inUnit(unit => unit.spending.ofProject(1));
  expect(request?.photo).toBeNull();
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('a bank’s list with a broken row in the middle names the row and still offers the good ones', async () => {
  const grid = await accounts();
  const home = grid.resident(30).known;
  const place = `${home?.building}-${home?.unit}-${home?.room}`;
  const rows = [
    '交易日期,收入金额,对方户名,附言',
    `2026-03-01,200.00,${home?.name},1号 ${place}`,
    `2026-02-30,300.00,${home?.name},1号 ${place}`,
    `2026-03-01,1e9,${home?.name},1号 ${place}`,
    `2026-03-02,50.00,${home?.name},1号 ${place}`,
  ];

  const taken = await grid.role('cashier').sendsFile(rows.join('\n'));

  expect(taken).toContain('收入2笔，共250元');
  expect(taken).toContain('第3行没有读');
  expect(taken).toContain('第4行没有读');
});
