import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { openFen } from '../../../src/domain/funds/ledger.js';
import { pledgePostings } from '../../../src/domain/funds/postings.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, reconciles } from '../../support/works.js';

async function says(grid: Neighbourhood): Promise<string> {
  const lines: string[] = [];
  await verify(grid.store, line => lines.push(line));
  return lines.at(-1) ?? '';
}

/** What every household still has to pay of what was called, in fen, from the running totals. */
async function open(grid: Neighbourhood): Promise<number[]> {
  return grid.inUnit(async unit => {
    const homes = (await unit.members.households()).toSorted((one, other) => one.id - other.id);
    return Promise.all(homes.map(async ({ id }) => openFen(await unit.ledger.standingOf(1, id))));
  });
}

test('called is what was promised, household by household, less what came in; the cashier’s and the bookkeeper’s steps clear it', async () => {
  const grid = await aNeighbourhood({ households: 10 });
  await aProject(grid, { state: 'pledging', budgetFen: 100_000 });
  await grid.resident(5).says('1号我出600元');
  await grid.resident(6).says('1号我出400元');
  expect((await open(grid)).filter(fen => fen > 0)).toEqual([60_000, 40_000]);

  const { building, unit, room } = grid.resident(5).known ?? {};
  await grid.role('cashier').says(`1号收到${building}号楼${unit}单元${room} 650元`);
  if (grid.role('cashier').last.text.includes('回复“是”')) await grid.role('cashier').says('是');

  // Fifty yuan too much of the one do not pay for the other.
  expect((await open(grid)).filter(fen => fen > 0)).toEqual([40_000]);
  const balances = await grid.inUnit(async one => one.ledger.balances(1));
  expect(balances).toMatchObject({ promised: 100_000, 'received/residents': 65_000 });
  await reconciles(grid, 1);
  expect(await grid.inUnit(async one => one.ledger.balances(1))).toMatchObject({
    'received/residents': 0,
    'cash/residents': 65_000,
  });
  expect(await says(grid)).toMatch(/^ok/u);
});

test('after any promises, withdrawals and payments the households’ totals add up to the project’s account, and verify holds', async () => {
  const deed = fc.record({
    who: fc.integer({ min: 4, max: 9 }),
    yuan: fc.integer({ min: 1, max: 300 }),
    kind: fc.constantFrom('pledge', 'pledge', 'withdraw', 'pay'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 12 }), async deeds => {
      const grid = await aNeighbourhood({ households: 10 });
      await aProject(grid, { state: 'collecting', budgetFen: 100_000_000 });
      for (const { who, yuan, kind } of deeds) {
        const person = grid.resident(who);
        const { building, unit, room } = person.known ?? {};
        if (kind === 'pledge') await person.says(`1号我出${yuan}元`);
        if (kind === 'withdraw') await person.says('撤回1号项目的认捐');
        if (kind === 'pay') await grid.role('cashier').says(`1号收到${building}号楼${unit}单元${room} ${yuan}元`);
      }
      const totals = await grid.inUnit(async unit => {
        const homes = await unit.members.households();
        return Promise.all(homes.map(({ id }) => unit.ledger.standingOf(1, id)));
      });
      const balances = await grid.inUnit(async unit => unit.ledger.balances(1));
      expect(totals.reduce((sum, { promisedFen }) => sum + promisedFen, 0)).toBe(balances.promised ?? 0);
      expect(totals.reduce((sum, { paidFen }) => sum + paidFen, 0)).toBe(0 - (balances['outside/residents'] ?? 0));
      expect(await says(grid)).toMatch(/^ok/u);
    }),
    { numRuns: 6 },
  );
});

test('a promise that is no household’s is named: nobody could be asked for it', async () => {
  const grid = await aNeighbourhood({ households: 10 });
  await aProject(grid, { state: 'pledging' });
  await grid.inUnit(async unit => {
    const entry = { projectId: 1, kind: 'pledge', why: '试' } as const;
    await unit.ledger.post({ ...entry, postings: pledgePostings(100) });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  expect(await says(grid)).toMatch(/FAILED {2}ledger_entry#1: a promise of no household/u);
});
