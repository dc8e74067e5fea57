import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { summaryOf } from '../../../src/domain/funds/ledger.js';
import { usualLook } from '../../../src/publish/look.js';
import { projectBoard } from '../../../src/publish/notice/project-board.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { alsoHolds } from '../../support/offices.js';
import { aProject, asksToPay, received } from '../../support/works.js';

const budgetLines = [
  { name: '材料', amountFen: 120_000 },
  { name: '人工', amountFen: 80_000 },
];

/** A project with its 2 000 yuan in cash. */
async function aFundedProject(changes: Parameters<typeof aProject>[1] = {}): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { budgetFen: 200_000, budgetLines, ...changes });
  await received(grid, project, { fen: 200_000, householdId: 1 });
  return grid;
}

async function summary(grid: Neighbourhood) {
  return grid.inUnit(async unit => summaryOf(await unit.ledger.balances((await unit.projects.byNo(1))?.id ?? 0)));
}

/** The first request, ready for the cashier; what the handler was told. */
async function approved(grid: Neighbourhood, amount: string, purpose: string): Promise<string> {
  const asked = await asksToPay(grid, `1号申请支出${amount}：${purpose}`);
  await grid.role('bookkeeper').says('核对申请1');
  await grid.role('community_secretary').says('批准申请1');
  grid.now = new Date(grid.now.getTime() + 86_400_000);
  return asked;
}

test('what is kept back stays in the balance, is due when the warranty is over, and is paid under its line', async () => {
  const grid = await aFundedProject();
  const asked = await approved(grid, '800元', '列人工，付给李师傅，留质保金3%，到2026年9月30日');
  expect(asked).toContain('其中24元作质保金留到9月30日，这次实付776元');

  expect(await grid.role('cashier').says('1号支出800元，人工')).toContain('实付776元，质保金24元留到9月30日');
  expect(await summary(grid)).toMatchObject({ spentFen: 77_600, retainedFen: 2400, balanceFen: 122_400 });
  const page = await grid.inUnit(unit =>
    projectBoard(unit, { no: 1, page: 1, expenses: 1, next: '', now: grid.now, look: usualLook }),
  );
  expect(page).toContain('结余里有24元是质保金');
  expect(page).not.toContain('凭据还没有补上');

  grid.now = new Date('2026-09-30T10:00:00+08:00');
  expect(await grid.role('cashier').says('付申请1质保金')).toContain('过了这天才能付');
  expect(await grid.resident(40).says('付申请1质保金')).toContain('出纳');
  await grid.until('2026-10-09T10:00:00+08:00');
  const told = (await grid.postsTo(grid.role('cashier').userid)).filter(text => text.includes('付申请1质保金'));
  expect(told).toHaveLength(1);
  expect((await grid.postsTo(grid.role('grid_secretary').userid)).join()).toContain('有没有质量问题');

  expect(await grid.role('cashier').says('付申请1质保金')).toContain('已付质保金24元');
  expect(await grid.role('cashier').says('付申请1质保金')).toContain('没有留着的质保金');
  expect(await summary(grid)).toMatchObject({ spentFen: 80_000, retainedFen: 0, balanceFen: 120_000 });
  expect((await grid.inUnit(unit => unit.ledger.spentByLine(1, ['人工']))).get('人工')).toBe(80_000);
  expect(await grid.role('bookkeeper').says('冲销凭证2：记错了')).toContain('不能直接冲销');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('what was kept back is not paid by who works for the company that it goes to', async () => {
  const grid = await aFundedProject();
  await approved(grid, '800元', '列人工，付给阳光物业公司，留质保金3%，到2026年9月30日');
  expect(await grid.role('cashier').says('1号支出800元，人工')).toContain('实付776元');
  grid.now = new Date('2026-10-09T10:00:00+08:00');
  await alsoHolds(grid, grid.role('cashier'), 'property_company');

  expect(await grid.role('cashier').says('付申请1质保金')).toContain('您有职务的单位');
  expect(await summary(grid)).toMatchObject({ retainedFen: 2400 });
});

test('a payment with money kept back is taken back whole', async () => {
  const grid = await aFundedProject();
  await approved(grid, '800元', '列人工，留质保金40元');
  await grid.role('cashier').says('1号支出800元，人工');

  expect(await grid.role('bookkeeper').says('冲销凭证2：记错了')).toContain('已冲销');

  expect(await summary(grid)).toMatchObject({ spentFen: 0, retainedFen: 0, balanceFen: 200_000 });
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test.each([
  ['列人工，留质保金', '其中24元作质保金留到2027年3月2日'],
  ['列人工，扣质保金5%', '其中40元作质保金'],
  ['列人工，留质保金40.5元', '不超过这笔款的5%（40元）'],
  ['列人工，留质保金6%', '不超过这笔款的5%（40元）'],
  ['列人工，留质保金0元', '要大于0'],
  ['列人工，留质保金3%，到2027年2月29日', '“2027年2月29日”不是以后的一天'],
  ['列人工，留质保金3%，到2026年2月28日', '“2026年2月28日”不是以后的一天'],
  ['列人工，白条，证明人张三、李四', '白条）最多200元'],
])('800 yuan “%s”: %s', async (purpose, answer) => {
  const grid = await aFundedProject();

  expect(await grid.role('building_leader').says(`1号申请支出800元：${purpose}`)).toContain(answer);
});

test.each([
  ['200元', '搬运费，列人工，白条，证明人张三、李四', '已提交'],
  ['200元', '搬运费，列人工，白条，证明人张三', '两位证明人'],
  ['200元', '搬运费，列人工，没有发票', '两位证明人'],
  ['200.01元', '搬运费，列人工，白条，证明人张三、李四', '最多200元'],
])('a slip of %s “%s”: %s', async (amount, purpose, answer) => {
  const grid = await aFundedProject();

  expect(await grid.role('building_leader').says(`1号申请支出${amount}：${purpose}`)).toContain(answer);
});

test('advances of one contract add up to 30 % of it at most: of the line, or of what the payee offered', async () => {
  const quotations = [{ name: '张记五金', amountFen: 100_000 }];
  const grid = await aFundedProject({ quotations });
  const leader = grid.role('building_leader');

  expect(await leader.says('1号申请支出240.01元：人工预付款')).toContain('现在还能预付240元');
  expect(await leader.says('1号申请支出200元：人工预付款')).toContain('已提交');
  expect(await leader.says('1号申请支出40.01元：人工预付款')).toContain('现在还能预付40元');
  expect(await leader.says('1号申请支出301元：材料预付款，付给张记五金')).toContain('现在还能预付300元');
  expect(await leader.says('1号申请支出300元：材料预付款，付给张记五金')).toContain('已提交');
});

test('a prepaid meter is no advance', async () => {
  const grid = await aFundedProject();

  expect(await grid.role('building_leader').says('1号申请支出800元：预付费电表，列人工')).toContain('已提交');
});

test('what was kept back is paid by nobody who had another part in the payment', async () => {
  const grid = await aFundedProject();
  const leader = grid.role('building_leader');
  await alsoHolds(grid, leader, 'cashier');
  await approved(grid, '800元', '列人工，留质保金3%，到2026年4月1日');
  await grid.role('cashier', 0).says('1号支出800元，人工');
  grid.now = new Date('2026-04-02T10:00:00+08:00');

  expect(await leader.says('付申请1质保金')).toContain('不同的人');
});

test('a progress payment names a milestone that was reached, and that one of the supervision team found done', async () => {
  const grid = await aFundedProject();
  const leader = grid.role('building_leader');
  const supervisor = grid.role('supervisor');
  expect(await leader.says('1号申请支出100元：人工进度款')).toContain('还没有定工期，不能付进度款');
  await grid.role('grid_secretary').says('1号工期：拆旧4月10日，装管4月25日');

  expect(await leader.says('1号申请支出100元：人工进度款，拆旧完成')).toContain('还没有完成的节点');
  expect(await supervisor.says('1号节点验收：拆旧')).toContain('没有等待验收的节点');
  await leader.says('1号节点完成：拆旧');
  expect((await grid.postsTo(supervisor.userid)).join()).toContain('发送“1号节点验收：拆旧”');
  expect(await leader.says('1号申请支出100元：人工进度款，装管完成')).toContain('写明已完成的节点：拆旧');
  expect(await leader.says('1号申请支出100元：人工进度款，拆旧完成')).toContain('还没有经监管小组验收');

  expect(await leader.says('1号节点验收：拆旧')).toContain('监管小组');
  expect(await supervisor.says('1号节点验收：装管')).toContain('等待验收的节点有：拆旧');
  expect(await supervisor.says('1号节点验收：拆旧')).toContain('可以申请这个节点的进度款');
  expect(await leader.says('1号申请支出100元：人工进度款，拆旧完成')).toContain('已提交');
  expect(await leader.says('1号申请支出60元：材料')).toContain('已提交');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('whoever reported a milestone does not find it done', async () => {
  const grid = await aFundedProject();
  const leader = grid.role('building_leader');
  await grid.role('grid_secretary').says('1号工期：拆旧4月10日');
  await leader.says('1号节点完成：拆旧');
  await alsoHolds(grid, leader, 'supervisor');

  expect(await leader.says('1号节点验收：拆旧')).toContain('另一位成员');
});

test('what was kept back waits for a fault that nobody has seen mended, unless the community’s secretary says why not', async () => {
  const grid = await aFundedProject();
  await approved(grid, '800元', '列人工，付给李师傅，留质保金3%，到2026年9月30日');
  await grid.role('cashier').says('1号支出800元，人工');
  grid.now = new Date('2026-10-09T10:00:00+08:00');
  expect(await grid.role('supervisor').says('1号限期整改：第二盏灯不亮，10月20日前')).toContain('整改1');

  expect(await grid.role('cashier').says('付申请1质保金')).toContain('整改1还没有复查通过');
  expect(await summary(grid)).toMatchObject({ retainedFen: 2400 });
  expect(await grid.role('community_secretary').says('申请1照付：灯由厂家另换')).toContain('照付');
  expect(await grid.role('cashier').says('付申请1质保金')).toContain('已付质保金24元');
});
