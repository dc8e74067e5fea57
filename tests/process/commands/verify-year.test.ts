import { onTestFinished, expect, test } from 'vitest';
import { yearDrill } from '../../../dev/drill/year.js';
import { verify } from '../../../src/process/commands/verify.js';
import { aStore } from '../../support/store.js';

/** The short form of `npm run drill -- --year`, which writes 355 projects and 100 000 entries. */
test('a generated year of money proves itself, and an entry changed by hand in its midst is named', async () => {
  const store = await aStore();
  onTestFinished(() => store.dataSource.destroy());

  const { faults, entries, kinds } = await yearDrill({ store, projects: 5, entries: 1500, seed: 1, seconds: () => 0 });

  expect(faults).toEqual([]);
  expect(entries).toBe(1500);
  for (const kind of ['pledge', 'pledge.cancel', 'receipt', 'reconcile', 'spend', 'release', 'reverse', 'refund'])
    expect(kinds[kind]).toBeGreaterThan(0);

  await store.dataSource.query(`UPDATE ledger_entry SET why = '别的' WHERE id = 700`);
  const lines: string[] = [];
  expect(await verify(store, line => lines.push(line))).toBe(false);
  expect(lines.at(-1)).toContain('ledger_entry#700');
});
