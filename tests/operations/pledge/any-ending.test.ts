import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { movedTo, summaryOf } from '../../../src/domain/funds/ledger.js';
import { yuan } from '../../../src/domain/money.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';
import { aProject, received, reconciles, spends } from '../../support/works.js';

const households = 6;

const deed = fc.record({
  kind: fc.constantFrom('receive', 'receive', 'pay', 'keep', 'reverse'),
  who: fc.integer({ min: 0, max: households - 1 }),
  fen: fc.integer({ min: 1, max: 30_000 }),
});

function address({ known }: Person): string {
  return `${known?.building ?? 0}号楼${known?.unit ?? 0}单元${known?.room ?? ''}`;
}

async function summary(grid: Neighbourhood) {
  return grid.inUnit(async unit => summaryOf(await unit.ledger.balances(1)));
}

async function does(
  grid: Neighbourhood,
  { kind, who, fen }: { kind: string; who: number; fen: number },
): Promise<void> {
  const money = yuan(fen).replaceAll(',', '');
  if (kind === 'receive') {
    const answer = await grid.role('cashier').says(`1号收到${address(grid.resident(who))} ${money}`);
    // What looks like a receipt entered twice is read back first.
    if (answer.includes('回复“是”')) await grid.role('cashier').says('是');
    await reconciles(grid, 1);
  }
  if (kind === 'pay') await spends(grid, 1, money, '电缆，付给张记五金');
  if (kind === 'keep') await keepsBack(grid, money);
  if (kind === 'reverse') {
    const [last] = (await grid.inUnit(unit => unit.ledger.entries(1, ['receipt', 'spend']))).slice(-1);
    await grid.role('bookkeeper').says(`冲销凭证${last?.no ?? 0}：记错了`);
  }
}

/** A payment of which 3 % stay back until the first of May. */
async function keepsBack(grid: Neighbourhood, money: string): Promise<void> {
  const asked = await grid.role('building_leader').says(`1号申请支出${money}：换管，留质保金3%，到2026年5月1日`);
  const request = /支出申请(\d+)已提交/u.exec(asked)?.[1];
  if (!request) return;
  await grid.role('bookkeeper').says(`核对申请${request}`);
  await grid.role('grid_secretary').says(`批准申请${request}`);
  grid.now = new Date(grid.now.getTime() + 86_400_000);
  await grid.role('cashier').says(`1号支出${money}，换管`);
}

/** The end of a project that is given up: accounts seen, residents' and other money back, what was kept back paid out. */
async function ends(grid: Neighbourhood): Promise<void> {
  const cashier = grid.role('cashier');
  for (const { no, state } of await grid.inUnit(unit => unit.spending.ofProject(1)))
    if (state === 'approved') await grid.role('supervisor').says(`暂缓申请${no}：项目不做了`);
  await grid.role('community_secretary').says('1号终止：施工方退出');
  expect(await grid.role('community_secretary').says('是')).toContain('已终止');
  await grid.role('supervisor').says('1号终止账目无异议');
  const reminder = (await grid.postsTo(cashier.userid)).filter(text => text.includes('终止后账上')).at(-1) ?? '';
  for (const [said] of reminder.matchAll(/1号支出[^\n]+/gu)) {
    const answer = await cashier.says(said);
    // An unusual sum is read back first.
    expect(answer.includes('回复“是”') ? await cashier.says('是') : answer).toContain('已记');
  }
  // Nobody is at home in the first flat; its money waits, and is fetched in the end.
  const home = address(grid.resident(0));
  const wasHeld = (await cashier.says(`1号退款没送到：${home}`)).includes('存着');
  grid.now = new Date('2026-06-01T10:00:00+08:00');
  if (wasHeld) expect(await cashier.says(`1号补领退款：${home}`)).toContain('已领走');
  for (const { no } of await grid.inUnit(unit => unit.spending.retained()))
    expect(await cashier.says(`付申请${no}质保金`)).toContain('已付质保金');
}

test(
  'whatever was received, paid, kept back and corrected: given up, every fen finds its way, nobody gets more than they paid, and each payer can follow theirs',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 3, maxLength: 12 }),
        fc.integer({ min: 0, max: 20_000 }),
        async (deeds, subsidyFen) => {
          const grid = await aNeighbourhood({ households: 118 });
          const project = await aProject(grid, { budgetFen: 500_000 });
          if (subsidyFen > 0) await received(grid, project, { fen: subsidyFen, source: 'subsidy' });
          for (const one of deeds) await does(grid, one);
          await ends(grid);

          const { balanceFen, receivedFen, spentFen, refundedFen } = await summary(grid);
          expect(balanceFen).toBe(0);
          expect(receivedFen).toBe(spentFen + refundedFen);
          for (let index = 0; index < households; index += 1) {
            const person = grid.resident(index);
            const own = await grid.inUnit(async unit => {
              const { householdId } = await unit.members.view(person.userid);
              return unit.ledger.entriesOf(1, householdId ?? 0);
            });
            const paidFen = -movedTo('outside/residents', own);
            expect(movedTo('refunded', own)).toBeLessThanOrEqual(paidFen);
            const said = await person.says('1号我的钱花到哪了', { chat: 'single' });
            if (paidFen > 0) expect(said).toContain(`合计${yuan(paidFen)}，与您家交的一致`);
          }
          expect(await verify(grid.store, () => undefined)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  },
);
