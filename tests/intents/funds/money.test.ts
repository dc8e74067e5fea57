import { expect, test } from 'vitest';
import { readAmount } from '../../../src/language/values/money/amounts.js';
import { runGrid } from '../../../src/process/commands/grid.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, fundsAre, reconciles, spends, theProject } from '../../support/works.js';

/** A project in its pledge round, of 20 000 yuan unless told otherwise; the round ends on 20 March. */
async function aRound({ budget = '2万元' } = {}) {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  const amount = readAmount(budget);
  await aProject(grid, {
    title: '更换老化的电力线路',
    proposer: 'r021',
    state: 'pledging',
    budgetFen: amount.kind === 'exact' ? amount.fen : 0,
    pledgeClosesAt: new Date('2026-03-20T23:59:00+08:00'),
  });
  return { grid, cashier: grid.role('cashier'), resident: grid.resident(20), secretary: grid.role('grid_secretary') };
}

/** What the operator types, and what is printed. */
async function operates(grid: Neighbourhood, ...argv: string[]): Promise<string> {
  const lines: string[] = [];
  await runGrid(grid.store, argv, { now: grid.now, print: line => lines.push(line) });
  return lines.join('\n');
}

test('a pledge is a promise: it adds up, it is not money, and it can be taken back', async () => {
  const { grid, resident } = await aRound();

  expect(await resident.says('1号我出200元', { chat: 'single' })).toBe(
    '已记下您家给1号认捐200元。全部认捐200元，预算20,000元。自愿认筹，付款前可撤回。',
  );
  expect(await resident.says('再加100')).toBe('1号您家共认捐300元');
  expect(await fundsAre(grid, 1)).toContain('认筹300元｜实收0元｜已退0元');
  expect(await resident.says('撤回1号项目的认捐')).toContain('已撤回您家在1号的认捐300元');
  expect(await fundsAre(grid, 1)).toContain('认筹0元');
});

test('a correction stands in the place of what was promised before, and what is paid stays', async () => {
  const { grid, resident, cashier } = await aRound({ budget: '350元' });
  await resident.says('1号我出200元');

  expect(await resident.says('改成500')).toBe('1号认捐改为500元');
  expect(await resident.says('不是500，我认的是350')).toBe('1号认捐改为350元');
  expect(await fundsAre(grid, 1)).toContain('认筹350元');

  await cashier.says('1号收到1号楼3单元101 300元');
  await reconciles(grid, 1);
  expect(await resident.says('改成200')).toContain('已经交了');
  expect(await resident.says('改成400')).toBe('1号认捐改为400元');
  expect(await fundsAre(grid, 1)).toContain('认筹400元｜实收300元');
});

test('a sum that is none is asked for again, and the next message gives it', async () => {
  const { grid, resident } = await aRound();

  expect(await resident.says('我出几百')).toContain('准数');
  expect(await resident.says('三百')).toContain('认捐300元');
  expect(await fundsAre(grid, 1)).toContain('认筹300元');
});

test.each([
  ['我出0元', '大于零'],
  ['我出-5元', '大于零'],
  ['我出0.001元', '小数点后最多两位'],
  ['我出100亿', '不能超过10,000,000元'],
  ['我认捐很多', '准数'],
  ['我出几百块', '准数'],
  ['我出100美元', '人民币'],
])('“%s” gets one clear sentence and books nothing', async (said, sentence) => {
  const { grid, resident } = await aRound();
  const deeds = await grid.journal();

  const answer = await resident.says(said);
  expect(answer.includes('回复“是”') ? await resident.says('是') : answer).toContain(sentence);
  expect(await grid.journal()).toEqual(deeds);
});

test('before the plan is approved nobody is asked for money', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(20).says('提案：更换老化的电力线路，预算2万元');

  expect(await grid.resident(20).says('1号我出200元')).toContain('还不能认捐');
});

test('covered by promises, the group is told how to pay; with the money there, that works may begin', async () => {
  const { grid, cashier, resident } = await aRound({ budget: '1000元' });

  expect(await operates(grid, 'account', 'yinshua', '印刷厂社区居委会', '12345')).toContain('last four digits');
  await operates(grid, 'account', 'yinshua', '印刷厂社区居委会', '1234');

  await resident.says('1号我出600元');
  await grid.resident(21).says('1号我出400元');
  expect((await grid.posts()).at(-1)).toContain('认筹够了，开始收款');
  expect((await grid.posts()).at(-1)).toContain('收款账户：印刷厂社区居委会，尾号1234。');
  expect(await cashier.says('1号收到2号楼1单元101 400元')).toMatch(/第\d+号凭证/);
  expect(await cashier.says('1号奖补资金到账600元')).toContain('政策奖补600元');
  expect(await reconciles(grid, 1)).toContain('对账完成：2笔，共1,000元');

  expect((await grid.posts()).at(-1)).toContain('资金已到位');
  expect((await theProject(grid, 1)).state).toBe('funded');
});

test('a promise taken back opens the gap again', async () => {
  const { grid, resident } = await aRound({ budget: '1000元' });
  await resident.says('1号我出1000元');
  expect((await theProject(grid, 1)).state).toBe('collecting');

  await resident.says('撤回1号项目的认捐');

  expect((await theProject(grid, 1)).state).toBe('pledging');
});

test('what was paid cannot be taken back by a word, and the payer hears of it in private', async () => {
  const { grid, cashier } = await aRound({ budget: '200元' });
  const payer = grid.resident(40);
  const { building, unit, room } = payer.known ?? {};
  await payer.says('1号我出200元');
  await cashier.says(`1号收到${building}号楼${unit}单元${room} 200元`);

  expect(await payer.says('撤回1号项目的认捐')).toContain('已经交了');
  expect(await grid.postsTo(payer.userid)).toEqual([expect.stringContaining('收到您家给1号交的200元')]);
  expect(cashier.last.text).not.toContain(payer.name);
});

test('only the cashier records money', async () => {
  const { grid, resident } = await aRound();
  const deeds = await grid.journal();

  expect(await resident.says('1号收到3号楼2单元301 200元')).toContain('出纳');
  expect(await grid.role('bookkeeper').says('1号项目支出860元买灯泡')).toContain('出纳');
  expect(await grid.journal()).toEqual(deeds);
});

test.each([
  ['1号收到9号楼2单元301 200元', '花名册里找不到'],
  ['1号收到李不在200元', '花名册里找不到'],
  ['99号收到3号楼2单元301 200元', '没有99号项目'],
])('“%s” is refused, and nothing is booked', async (said, sentence) => {
  const { grid, cashier } = await aRound();
  const deeds = await grid.journal();

  expect(await cashier.says(said)).toContain(sentence);
  expect(await grid.journal()).toEqual(deeds);
});

test('money is spent only when it is there, never more than there is, and every expense is told at once', async () => {
  const { grid, cashier } = await aRound({ budget: '1000元' });
  expect(await cashier.says('1号项目支出100元买灯泡')).toContain('还不能支出');
  await cashier.says('1号奖补资金到账1000元');
  await reconciles(grid, 1);

  expect(await spends(grid, 1, '1000.01元', '买灯泡')).toContain('账上只有1,000元');
  expect(await spends(grid, 1, '860.50元', '买灯泡')).toContain('结余139.50元');
  expect((await grid.posts()).at(-1)).toMatch(/【资金公示】1号[^]*买灯泡 860\.50元（第\d+号凭证）/);
});

test('a round that is not covered on its last day ends: nothing is collected and every promise is released', async () => {
  const { grid, resident } = await aRound();
  await resident.says('1号我出200元');

  await grid.until('2026-03-21T10:00:00+08:00');

  expect((await theProject(grid, 1)).state).toBe('funding_failed');
  expect((await grid.posts()).at(-1)).toContain('没有收任何钱');
  expect(await fundsAre(grid, 1)).toContain('认筹0元');
});

test('who promised and has not paid is reminded in private, at most three times, and stops with the payment', async () => {
  const { grid, cashier, resident } = await aRound({ budget: '1000元' });
  await resident.says('1号我出1000元');

  await grid.until('2026-04-20T12:00:00+08:00');

  expect(await grid.postsTo(resident.userid)).toHaveLength(3);
  expect((await grid.posts()).some(text => text.includes('还有1,000元没有交'))).toBe(false);
  expect(cashier.last.text).toBe('');
});

test('the weekly funds report comes on Monday morning, once', async () => {
  const { grid, resident } = await aRound();
  await resident.says('1号我出200元');

  await grid.until('2026-03-09T09:00:00+08:00');
  await grid.scheduler.run('post-funds-reports');

  expect((await grid.posts()).filter(text => text.includes('截至3月9日'))).toHaveLength(1);
});

test('goods and labour are thanked for and never enter the ledger', async () => {
  const { grid, resident } = await aRound();

  expect(await resident.says('1号我捐十袋水泥')).toContain('数量10');
  expect(await resident.says('1号我出工半天，帮着刷墙')).toContain('4小时');
  expect(await fundsAre(grid, 1)).toContain('认筹0元');
  expect(await grid.inUnit(async unit => (await unit.ledger.entries(1)).length)).toBe(0);
});

test('the secretary hears in the morning what is overdue, in private and once a day', async () => {
  const { grid, secretary, cashier } = await aRound({ budget: '1000元' });
  await cashier.says('1号奖补资金到账1000元');
  await reconciles(grid, 1);
  await secretary.says('1号项目进度：旧线已拆除，完成30%');
  await grid.inUnit(async unit => {
    const [project] = await unit.projects.inStates(['in_progress']);
    if (!project) throw new Error('there is no project');
    await unit.projects.keep(Object.assign(project, { stateSince: new Date('2026-01-01T00:00:00+08:00') }));
    unit.journal.add('test', { by: 'clock', at: grid.now });
  });
  grid.now = new Date('2026-04-20T08:30:00+08:00');

  await grid.scheduler.run('list-overdue-disclosures');
  await grid.scheduler.run('list-overdue-disclosures');

  const lists = (await grid.postsTo(secretary.userid)).filter(text => text.includes('超期'));
  expect(lists).toHaveLength(1);
  expect(lists[0]).toContain('1号 进度公示');
});

test('what is left over goes back in proportion to what was paid, exact to the fen', async () => {
  const { grid, cashier, secretary } = await aRound({ budget: '1200元' });
  for (const [index, fen] of [
    [20, 300],
    [21, 300],
    [22, 450],
    [23, 150],
  ] as const) {
    await grid.resident(index).says(`1号我出${fen}元`);
  }
  for (const [index, fen] of [
    [20, 300],
    [21, 300],
    [22, 450],
    [23, 150],
  ] as const) {
    const { building, unit, room } = grid.resident(index).known ?? {};
    await cashier.says(`1号收到${building}号楼${unit}单元${room} ${fen}元`);
  }
  await reconciles(grid, 1);
  await secretary.says('1号项目进度：线路全部换完，完成100%');
  await spends(grid, 1, '965.43元', '电缆款');
  for (let index = 0; index < 3; index += 1) await grid.role('supervisor', index).says('1号项目验收合格');
  await grid.until('2026-03-08T11:00:00+08:00');

  expect(await cashier.says('1号支出余款退款200元')).toContain('应退居民余款234.57元');
  expect(await cashier.says('1号支出余款退款234.57元')).toContain('退给4户');
  expect(await fundsAre(grid, 1)).toContain('已退234.57元');
  expect((await grid.postsTo(grid.resident(22).userid)).at(-1)).toContain('87.97元');
});
