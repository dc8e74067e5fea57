import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { JournalLine } from '../../../src/store/engine/journal-line.js';
import { LedgerEntry } from '../../../src/store/funds/ledger-entry.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, received } from '../../support/works.js';

async function lastLine(grid: Neighbourhood, head: string): Promise<string> {
  const lines: string[] = [];
  await verify(grid.store, line => lines.push(line), head);
  return lines.at(-1) ?? '';
}

async function aRecord(): Promise<{ grid: Neighbourhood; journal: string; ledger: string }> {
  const grid = await aNeighbourhood({ households: 8 });
  await received(grid, await aProject(grid), { fen: 100_00 });
  const { manager } = grid.store.dataSource;
  const [line] = await manager.find(JournalLine, { order: { seq: 'DESC' }, take: 1 });
  const [entry] = await manager.find(LedgerEntry, { order: { no: 'DESC' }, take: 1 });
  return { grid, journal: line?.digest ?? '', ledger: entry?.digest ?? '' };
}

test('a head that somebody kept, whole or as it was printed, is continued by what was written since', async () => {
  const { grid, journal, ledger } = await aRecord();
  await grid.resident(1).says('提案：给2号楼装扶手');

  expect(await lastLine(grid, journal)).toMatch(
    /^ok {6}head: line \d+ of grid 1's journal of 2026-03-02.*; [1-9]\d* lines/,
  );
  expect(await lastLine(grid, ledger.slice(0, 16).toUpperCase())).toMatch(
    /^ok {6}head: voucher 1 of grid 1 .*; 0 entries/,
  );
});

test.each([
  ['0123456789abcdef', 'no chain of this database continues it'],
  ['12ab', '16 to 64 hexadecimal characters'],
  ['%%%%%%%%%%%%%%%%', '16 to 64 hexadecimal characters'],
])('the head %s is not vouched for', async (head, sentence) => {
  const { grid } = await aRecord();

  const last = await lastLine(grid, head);
  expect(last).toMatch(/^FAILED/);
  expect(last).toContain(sentence);
});
