import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { pledgePostings, receiptPostings, refundPostings } from '../../../src/domain/funds/postings.js';
import type { NewEntry } from '../../../src/store/funds/ledger.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, paid, received } from '../../support/works.js';

const budgetLines = [
  { name: '材料', amountFen: 60_000 },
  { name: '人工', amountFen: 40_000 },
];

async function says(grid: Neighbourhood): Promise<string> {
  const lines: string[] = [];
  await verify(grid.store, line => lines.push(line));
  return lines.at(-1) ?? '';
}

async function posts(
  grid: Neighbourhood,
  entry: Partial<NewEntry> & Pick<NewEntry, 'postings' | 'kind'>,
): Promise<void> {
  await grid.inUnit(async unit => {
    await unit.ledger.post({ projectId: 1, why: '试', ...entry });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
}

test('(1) nothing is posted that would take an account of money below zero', async () => {
  const grid = await aNeighbourhood({ households: 10 });
  await received(grid, await aProject(grid), { fen: 100, householdId: 1 });

  await expect(posts(grid, { kind: 'refund', postings: refundPostings(101) })).rejects.toThrow('below zero');
  expect(await says(grid)).toMatch(/^ok/);
});

test('(2) money for certain lines pays for no other; verify names an entry that does', async () => {
  const grid = await aNeighbourhood({ households: 10 });
  const project = await aProject(grid, { budgetLines, earmarks: { subsidy: ['材料'] } });
  await received(grid, project, { fen: 1000, source: 'subsidy' });

  await expect(paid(grid, project, { fen: 1, why: '工钱', line: '人工' })).rejects.toThrow('more would be spent');
  await paid(grid, project, { fen: 1, why: '电缆', line: '材料' });
  expect(await says(grid)).toMatch(/^ok/);
  await paid(grid, { ...project, earmarks: null }, { fen: 1, why: '工钱', line: '人工' });
  expect(await says(grid)).toMatch(
    /FAILED {2}ledger_entry#\d+: money of subsidy was spent on a line that it is not for/,
  );
});

test('(3) nobody gets back more than they paid', async () => {
  const grid = await aNeighbourhood({ households: 10 });
  const project = await aProject(grid);
  for (const householdId of [1, 2]) await received(grid, project, { fen: 100, householdId });

  await expect(posts(grid, { kind: 'refund', postings: refundPostings(101), householdId: 1 })).rejects.toThrow(
    'below zero',
  );
});

test('(4) a payment without an approved request is named', async () => {
  const grid = await aNeighbourhood({ households: 10 });
  const project = await aProject(grid);
  await received(grid, project, { fen: 1000 });
  await paid(grid, project, { fen: 10, why: '灯泡' });
  expect(await says(grid)).toMatch(/^ok/);

  const postings = [{ from: 'cash/residents', to: 'spent', amountFen: 10 }] as const;
  await posts(grid, { kind: 'spend', postings: [...postings] });
  expect(await says(grid)).toMatch(/FAILED {2}ledger_entry#\d+: payment \d+\/\d+ rests on no request/);
});

test('(6) an entry is never dated before the one that it follows: a published month stays as it was', async () => {
  const grid = await aNeighbourhood({ households: 10, now: '2026-03-31T23:59:59+08:00' });
  const project = await aProject(grid);
  await received(grid, project, { fen: 1000 });
  const now = grid.now;
  grid.now = new Date('2026-02-01T00:00:00+08:00');

  await received(grid, project, { fen: 1 });

  const entries = await grid.inUnit(unit => unit.ledger.entries(project.id));
  expect(entries.map(({ at }) => at)).toEqual([now, now]);
  expect(await says(grid)).toMatch(/^ok/);
});

test.each([{ by: '' }, { why: '' }])('(7) an entry that does not say %j is not made', async missing => {
  const grid = await aNeighbourhood({ households: 10 });
  await aProject(grid);

  await expect(posts(grid, { kind: 'receipt', postings: receiptPostings('subsidy', 1), ...missing })).rejects.toThrow(
    'who, when and why',
  );
});

test(
  'any history of promises, money in and out, corrections and refunds proves itself',
  { timeout: 240_000 },
  async () => {
    const deed = fc.record({
      kind: fc.constantFrom('pledge', 'receive', 'reconcile', 'pay', 'reverse'),
      who: fc.integer({ min: 0, max: 9 }),
      fen: fc.integer({ min: 1, max: 50_000 }),
      line: fc.constantFrom('材料', '人工'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 20 }), async deeds => {
        const grid = await aNeighbourhood({ households: 10 });
        const project = await aProject(grid, { state: 'in_progress', budgetLines });
        for (const { kind, who, fen, line } of deeds) {
          grid.now = new Date(grid.now.getTime() + 60_000);
          const {
            freeFen = 0,
            last = 0,
            pending = 0,
          } = await grid.inUnit(async unit => {
            const balances = await unit.ledger.balances(project.id);
            const entries = await unit.ledger.entries(project.id, ['receipt', 'spend']);
            return {
              freeFen: balances['cash/residents'] ?? 0,
              last: entries.at(-1)?.no ?? 0,
              pending: balances['received/residents'] ?? 0,
            };
          });
          const { building, unit: entrance, room } = grid.resident(who).known ?? {};
          if (kind === 'pledge')
            await posts(grid, { kind: 'pledge', postings: pledgePostings(fen), householdId: who + 1 });
          if (kind === 'receive')
            await grid.role('cashier').says(`1号收到${building}号楼${entrance}单元${room} ${fen / 100}元`);
          if (kind === 'reconcile' && pending > 0)
            await grid.role('bookkeeper').says(`1号对账无误，共${pending / 100}元`);
          if (kind === 'pay' && freeFen > 0)
            await paid(grid, project, { fen: Math.min(fen, freeFen), why: '电缆', line });
          if (kind === 'reverse') await grid.role('bookkeeper').says(`冲销凭证${last}：记错了`);
        }
        expect(await says(grid)).toMatch(/^ok/);
      }),
      { numRuns: 8 },
    );
  },
);
