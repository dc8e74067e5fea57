import { verify } from '../../../src/process/commands/verify.js';
import { usualLook } from '../../../src/publish/look.js';
import { projectBoard } from '../../../src/publish/notice/project-board.js';
import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { alsoHolds } from '../../support/offices.js';
import { aProject, asksToPay, received } from '../../support/works.js';

/** An accepted project with 20 000 yuan in cash: what is left to pay is not bound by milestones any more. */
async function aFundedProject(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { budgetFen: 2_000_000, state: 'accepted', acceptedAt: grid.now });
  await received(grid, project, { fen: 2_000_000, source: 'subsidy' });
  return grid;
}

async function later(grid: Neighbourhood, hours: number): Promise<void> {
  grid.now = new Date(grid.now.getTime() + hours * 3_600_000);
}

test('a small payment goes through five hands and a day, each told what comes next', async () => {
  const grid = await aFundedProject();
  const [leader, bookkeeper, secretary, cashier] = [
    grid.role('building_leader'),
    grid.role('bookkeeper'),
    grid.role('grid_secretary'),
    grid.role('cashier'),
  ];

  await leader.sends('invoice');
  const asked = await leader.says('1号申请支出386元：灯泡二十只，付给张记五金', { chat: 'single' });
  expect(asked).toContain('支出申请1已提交：1号386元');
  expect(asked).toContain('凭据照片已附');
  expect((await grid.postsTo(bookkeeper.userid)).at(-1)).toContain('核对申请1');
  expect(await secretary.says('批准申请1')).toContain('待会计核对');
  expect(await bookkeeper.says('核对申请1')).toContain('批准申请1');
  expect(await secretary.says('批准申请1')).toContain('留24小时');
  expect(await cashier.says('1号支出386元，灯泡')).toContain('3月3日（周二）10:00以后才能付款');
  await later(grid, 24);
  expect(await cashier.says('1号支出386元，灯泡')).toContain('结余19,614元');
  expect(await cashier.says('1号支出386元，灯泡')).toContain('没有批准了的386元支出申请');
  expect(await leader.says('支出申请')).toContain('没有等待付款');
});

test.each([
  ['386元', ['grid_secretary'], 0],
  ['386元', ['community_secretary'], 0],
  ['9999元', ['community_secretary'], 0],
  ['10000.01元', ['community_secretary', 'grid_secretary'], 1],
] as const)('%s is approved by %j', async (amount, approvers, cleared) => {
  const grid = await aFundedProject();
  await asksToPay(grid, `1号申请支出${amount}：电缆`);
  await grid.role('bookkeeper').says('核对申请1');
  for (const role of approvers) await grid.role(role).says('批准申请1');
  await later(grid, 25);

  const paying = await grid.role('cashier').says(`1号支出${amount}，电缆`);
  if (cleared === 0) return expect(paying).toContain('已记支出');
  expect(paying).toContain('申请1无异议');
  await grid.role('supervisor').says('申请1无异议');
  expect(await grid.role('cashier').says(`1号支出${amount}，电缆`)).toContain('已记支出');
});

test('above 500 yuan the grid’s secretary cannot approve, and nobody approves twice', async () => {
  const grid = await aFundedProject();
  await grid.role('building_leader').says('1号申请支出600元：电缆，付给张记五金');
  await grid.role('building_leader').says('1号申请支出12000元：人工，付给宏达工程队');
  for (const request of [1, 2]) await grid.role('bookkeeper').says(`核对申请${request}`);

  expect(await grid.role('grid_secretary').says('批准申请1')).toContain('社区书记');
  expect(await grid.role('grid_secretary').says('批准申请2')).toContain('还要另一位书记批准');
  expect(await grid.role('grid_secretary').says('批准申请2')).toContain('您已经批准过');
  expect(await grid.role('community_secretary').says('批准申请2')).toContain('已批准');
});

test('a request that should not be paid is sent back with a reason; its line and its picture are free again', async () => {
  const grid = await aFundedProject();
  const [leader, other] = [grid.role('building_leader'), grid.role('building_leader', 1)];
  const bookkeeper = grid.role('bookkeeper');
  await leader.sends('invoice');
  await leader.says('1号申请支出386元：灯泡', { chat: 'single' });

  expect(await other.says('退回申请1：不对')).toContain('不是您提交的');
  expect(await grid.resident(60).says('退回申请1：不对')).toContain('会计');
  expect(await bookkeeper.says('退回申请1：数量不对，请重开发票')).toContain('已退回');
  expect((await grid.postsTo(leader.userid)).at(-1)).toContain('数量不对，请重开发票');
  expect(await bookkeeper.says('核对申请1')).toContain('已退回');

  await leader.sends('invoice');
  expect(await leader.says('1号申请支出386元：灯泡', { chat: 'single' })).toContain('凭据照片已附');
  expect(await leader.says('退回申请2：写错了')).toContain('已退回');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('any supervisor may hold a payment with a reason, and lets it go', async () => {
  const grid = await aFundedProject();
  const [one, two] = [grid.role('supervisor'), grid.role('supervisor', 1)];
  await asksToPay(grid, '1号申请支出386元：灯泡');
  await grid.role('bookkeeper').says('核对申请1');
  await grid.role('grid_secretary').says('批准申请1');

  expect(await one.says('暂缓申请1：发票上的数量不对')).toContain('已暂缓');
  expect((await grid.postsTo(grid.role('building_leader').userid)).at(-1)).toContain('发票上的数量不对');
  await later(grid, 48);
  expect(await grid.role('cashier').says('1号支出386元，灯泡')).toContain('被监管小组暂缓：发票上的数量不对');
  expect(await two.says('放行申请1')).toContain('请他发送');
  expect(await one.says('放行申请1')).toContain('已放行');
  expect(await grid.role('cashier').says('1号支出386元，灯泡')).toContain('已记支出');
});

test('requests together never ask for more than there is', async () => {
  const grid = await aFundedProject();
  const leader = grid.role('building_leader');

  expect(await leader.says('1号申请支出15000元：电缆')).toContain('已提交');
  expect(await leader.says('1号申请支出6000元：人工')).toContain('账上只有5,000元');
});

test('a voucher that was owed is added later, more stand beside it, and no picture proves two payments', async () => {
  const grid = await aFundedProject();
  const leader = grid.role('building_leader');
  expect(await leader.says('1号申请支出386元：灯泡')).toContain('还没有凭据照片');

  expect(await leader.says('补凭据1', { chat: 'single' })).toContain('没有照片不能登记');
  await leader.sends('invoice');
  expect(await leader.says('补凭据1', { chat: 'single' })).toContain('已补上');
  await leader.sends('delivery note');
  expect(await leader.says('补凭据1', { chat: 'single' })).toContain('已补上');
  expect(await grid.inUnit(unit => unit.evidence.usedFor('spend:1'))).toHaveLength(2);
  await leader.sends('invoice');
  expect(await leader.says('补凭据1', { chat: 'single' })).toContain('已经登记过别的事');
  expect(await leader.says('1号申请支出99元：胶带')).toContain('已经登记过别的事');
});

/** The steps of one payment by the words that do them. */
const steps = {
  ask: '1号申请支出386元：灯泡',
  check: '核对申请1',
  approve: '批准申请1',
  pay: '1号支出386元，灯泡',
} as const;

test(
  'no two steps of one payment are done by one person, whatever roles that person holds',
  { timeout: 300_000 },
  async () => {
    const names = Object.keys(steps) as (keyof typeof steps)[];
    const usual = { ask: 'building_leader', check: 'bookkeeper', approve: 'grid_secretary', pay: 'cashier' } as const;

    for (const [index, first] of names.entries()) {
      for (const second of names.slice(index + 1)) {
        const grid = await aFundedProject();
        const both = grid.resident(80);
        await alsoHolds(grid, both, 'building_leader', 'bookkeeper', 'grid_secretary', 'cashier');
        const by = (step: keyof typeof steps): Person =>
          step === first || step === second ? both : grid.role(usual[step]);
        for (const step of names.slice(0, names.indexOf(second))) {
          if (step === 'ask') await by(step).sends('invoice');
          await by(step).says(steps[step]);
          if (step === 'approve') await later(grid, 24);
        }

        expect(await by(second).says(steps[second]), `${first} and ${second}`).toContain('不同的人');
      }
    }
  },
);

test.each(['ask', 'check', 'approve', 'pay'] as const)(
  'a supervisor does not %s, whatever else they are',
  async step => {
    const grid = await aFundedProject();
    const both = grid.role('supervisor');
    await alsoHolds(grid, both, 'building_leader', 'bookkeeper', 'grid_secretary', 'cashier');
    const usual = { ask: 'building_leader', check: 'bookkeeper', approve: 'grid_secretary', pay: 'cashier' } as const;
    for (const before of ['ask', 'check', 'approve', 'pay'] as const) {
      if (before === step) break;
      if (before === 'ask') await grid.role(usual.ask).sends('invoice');
      await grid.role(usual[before]).says(steps[before]);
      if (before === 'approve') await later(grid, 24);
    }

    expect(await both.says(steps[step])).toContain('监管小组成员只监督');
  },
);

test('the board shows a voucher once the bookkeeper has released it: the masked picture, or the original that needs no mask', async () => {
  const grid = await aFundedProject();
  const leader = grid.role('building_leader');
  const bookkeeper = grid.role('bookkeeper');
  const board = (): Promise<string | null> =>
    grid.inUnit(unit => projectBoard(unit, { no: 1, page: 1, expenses: 1, next: '', now: grid.now, look: usualLook }));
  const shown = async (page: string | null): Promise<boolean> => {
    const digest = /\/photo\/([0-9a-f]{64})">看凭证照片/u.exec(page ?? '')?.[1];
    return digest !== undefined && (await grid.inUnit(unit => unit.evidence.published(digest))) !== null;
  };
  await grid.role('building_leader').says('1号申请支出386元：灯泡');
  await grid.role('community_secretary').says('申请1照付：发票月底前补');
  await bookkeeper.says('核对申请1');
  await grid.role('grid_secretary').says('批准申请1');
  await later(grid, 24);
  await grid.role('cashier').says('付申请1');
  const voucher = Number(/凭证(\d+)号/u.exec((await board()) ?? '')?.[1]);

  expect(await shown(await board())).toBe(false);
  expect(await bookkeeper.says('凭证99公开', { chat: 'single' })).toContain('没有第99号付款凭证');
  expect(await bookkeeper.says(`凭证${voucher}公开，无需打码`, { chat: 'single' })).toContain('补凭据1');
  expect(await bookkeeper.says(`凭证${voucher}公开`, { chat: 'single' })).toContain('没有照片');
  await leader.sends('invoice');
  await leader.says('补凭据1', { chat: 'single' });
  expect(await leader.says(`凭证${voucher}公开，无需打码`, { chat: 'single' })).toContain('会计');
  expect(await shown(await board())).toBe(false);

  await bookkeeper.sends('masked');
  expect(await bookkeeper.says(`凭证${voucher}公开`, { chat: 'single' })).toContain('打码的那张');
  const masked = await board();
  expect(await shown(masked)).toBe(true);
  expect(await bookkeeper.says(`凭证${voucher}公开，无需打码`, { chat: 'single' })).toContain('原件');
  expect(await shown(await board())).toBe(true);
  expect(await board()).not.toBe(masked);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});
