import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

function homeOf({ known }: Person): string {
  return `${known?.building}号楼${known?.unit}单元${known?.room}`;
}

/** A round of 1 000 yuan; 20 promises 400, 21 promises 300. */
async function aRound(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  await aProject(grid, {
    state: 'pledging',
    budgetFen: 100_000,
    pledgeClosesAt: new Date('2026-03-20T23:59:00+08:00'),
  });
  await grid.resident(20).says('1号我出400元');
  await grid.resident(21).says('1号我出300元');
  return grid;
}

async function aCollection(): Promise<Neighbourhood> {
  const grid = await aRound();
  await grid.resident(22).says('1号我出300元');
  return grid;
}

async function standing(grid: Neighbourhood, who: number): Promise<{ promisedFen: number; paidFen: number }> {
  return grid.inUnit(async unit => {
    const { householdId } = await unit.members.view(grid.resident(who).userid);
    return unit.ledger.standingOf(1, householdId ?? 0);
  });
}

test('nothing is collected from residents before their pledges reach what was asked for; other money may come in', async () => {
  const grid = await aRound();
  const cashier = grid.role('cashier');
  const deeds = await grid.journal();

  expect(await cashier.says(`1号收到${homeOf(grid.resident(20))} 400元`)).toContain(
    '1号还在认筹：认捐700元，要到1,000元才开始收款',
  );
  await cashier.sendsFile(`交易日期,收入金额,对方户名,附言\n2026-03-05,400,王某,${homeOf(grid.resident(20))}`);
  expect(await cashier.says('1号流水1入账')).toContain('还在认筹');
  expect(await grid.inUnit(unit => unit.ledger.balances(1))).not.toHaveProperty('outside/residents');
  expect((await grid.journal()).filter(deed => deed !== 'statement.take')).toEqual(deeds);
  expect(await cashier.says('1号奖补资金到账100元')).toContain('已入账');

  await grid.resident(22).says('1号我出300元');
  expect(await cashier.says(`1号收到${homeOf(grid.resident(20))} 400元`)).toContain('已入账');
});

test('a promise taken back after others have paid stops nobody from handing in what is on its way', async () => {
  const grid = await aCollection();
  const cashier = grid.role('cashier');
  await cashier.says(`1号收到${homeOf(grid.resident(20))} 400元`);
  await grid.resident(22).says('撤回1号项目的认捐');
  // Somebody has paid, so collecting goes on.
  expect((await theProject(grid, 1)).state).toBe('collecting');

  expect(await cashier.says(`1号收到${homeOf(grid.resident(21))} 300元`)).toContain('已入账');
});

test.each([
  [
    450,
    '多50元',
    '多的算认捐，请发送“1号再加50元”；要退，请告诉社区会计',
    '1号再加50元',
    { promisedFen: 45_000, paidFen: 45_000 },
  ],
  [350, '少50元', '想少出，请发送“1号认捐改成350元”', '1号认捐改成350元', { promisedFen: 35_000, paidFen: 35_000 }],
])(
  'paid %i of 400: the cashier and the payer are told in private, nobody in the group, and only the payer’s word changes anything',
  async (sum, told, asked, answer, after) => {
    const grid = await aCollection();
    const payer = grid.resident(20);

    const cashier = grid.role('cashier');
    expect(await cashier.says(`1号收到${homeOf(payer)} ${sum}元`)).not.toContain('这户认捐');
    expect((await grid.postsTo(cashier.userid)).at(-1)).toContain(`${told}，已私下问付款人，账上不自动改`);
    expect((await grid.postsTo(payer.userid)).at(-1)).toContain(asked);
    expect(await standing(grid, 20)).toEqual({ promisedFen: 40_000, paidFen: sum * 100 });
    await payer.says(answer, { chat: 'single' });
    expect(await standing(grid, 20)).toEqual(after);
  },
);

test('the sum that was promised is thanked for, and nothing is asked', async () => {
  const grid = await aCollection();
  const payer = grid.resident(20);

  expect(await grid.role('cashier').says(`1号收到${homeOf(payer)} 400元`)).not.toContain('私下问');
  expect((await grid.postsTo(payer.userid)).at(-1)).toMatch(/谢谢！$/);
});

test('who pays for a household that has promised takes its promise over: the money is the payer’s, both hear of it', async () => {
  const grid = await aCollection();
  const [child, parents] = [grid.resident(50), grid.resident(20)];

  const answer = await grid.role('cashier').says(`收到${homeOf(child)}替${homeOf(parents)}交的400元`);
  expect(answer).toMatch(/收到.*替1号楼3单元1＊＊交的400元/);
  expect(answer).not.toContain(homeOf(parents));
  expect(await standing(grid, 50)).toEqual({ promisedFen: 40_000, paidFen: 40_000 });
  expect(await standing(grid, 20)).toEqual({ promisedFen: 0, paidFen: 0 });
  expect((await grid.postsTo(parents.userid)).at(-1)).toContain('替您家给1号交了400元，余款退给对方');
  expect((await grid.postsTo(child.userid)).at(-1)).toContain('收到您家给1号交的400元');
  const lines: string[] = [];
  expect(await verify(grid.store, line => lines.push(line)), lines.join('\n')).toBe(true);
});

test('a payer with a promise of their own keeps it as open as it was: what was paid for another household is that one’s', async () => {
  const grid = await aCollection();

  await grid.role('cashier').says(`收到${homeOf(grid.resident(21))}替${homeOf(grid.resident(20))}交的300元`);

  expect(await standing(grid, 21)).toEqual({ promisedFen: 60_000, paidFen: 30_000 });
  expect(await standing(grid, 20)).toEqual({ promisedFen: 10_000, paidFen: 0 });
});

test('who asked not to be named is not named when the money is in', async () => {
  const grid = await aRound();
  const giver = grid.resident(22);
  await giver.says('1号我匿名捐300元');

  const answer = await grid.role('cashier').says(`1号收到${homeOf(giver)} 300元`);
  expect(answer).toContain('收到一户（不留名）300元');
  expect(answer).not.toContain('号楼');
});

test('of a bank list the payments of another sum are counted for the cashier, and each payer is asked', async () => {
  const grid = await aCollection();
  const cashier = grid.role('cashier');
  const row = (who: number, yuan: string): string => `2026-03-05,${yuan},某某,${homeOf(grid.resident(who))}`;
  await cashier.sendsFile(
    ['交易日期,收入金额,对方户名,附言', row(20, '400'), row(21, '三百'), row(22, '250')].join('\n'),
  );

  expect(await cashier.says('1号流水1', { chat: 'single' })).toContain('比认捐少50.00元');
  const sure = await cashier.says('1号流水1入账，加第4行');
  expect(sure).toContain('2笔，共650元');
  expect(sure).toContain('有1户交的和认捐的不一样，已私下问付款人');
  expect((await grid.postsTo(grid.resident(22).userid)).at(-1)).toContain('还差50元');
  expect((await grid.postsTo(grid.resident(20).userid)).at(-1)).not.toContain('还差');
});

test('who brings money for another household, in any order; a payer whom the roster has not is asked for', async () => {
  const grid = await aCollection();
  const [child, parents] = [grid.resident(50), grid.resident(20)];
  const cashier = grid.role('cashier');
  const asks = (words: string): Promise<string> => cashier.says(words, { chat: 'single' });

  expect(await asks(`小魏替${homeOf(parents)}交了400`)).toContain('花名册里找不到“小魏”');
  expect(await asks(`是，${homeOf(child)}`)).toContain('已入账');
  expect(await standing(grid, 50)).toEqual({ promisedFen: 40_000, paidFen: 40_000 });
  expect(await asks(`${homeOf(child)}还差多少`)).toContain('认捐400元，已交400元');
  expect(await cashier.says(`${homeOf(child)}还差多少`)).toContain('只在私聊里说');
  expect(await grid.resident(21).says(`${homeOf(child)}还差多少`, { chat: 'single' })).not.toContain('已交400元');
});

test.each([
  ['上面的奖补下来五万了', '是', 'subsidy'],
  ['上面拨下来五万', '奖补资金', 'subsidy'],
  ['1号先来五万', '政策奖补', 'subsidy'],
])('“%s”, then “%s”: money that came is never the cashier’s own promise', async (words, answer, source) => {
  const grid = await aCollection();
  const cashier = grid.role('cashier');

  expect(await cashier.says(words, { chat: 'single' })).toMatch(/收到.*50,000元/u);
  expect(await cashier.says(answer, { chat: 'single' })).toContain('已入账');
  expect(await grid.inUnit(unit => unit.ledger.balances(1))).toMatchObject({ [`received/${source}`]: 5_000_000 });
});

test.each(['什么时候下来五万', '奖补还没下来五万', '我家也出五百'])('“%s” is no money that came', async words => {
  const grid = await aCollection();

  await grid.role('cashier').says(words, { chat: 'single' });
  expect(await grid.journal()).not.toContain('funds.receive');
  expect(await grid.role('cashier').says('是', { chat: 'single' })).not.toContain('已入账');
});
