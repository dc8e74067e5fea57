import { parseArgs } from 'node:util';
import { sealed } from '../../store/engine/entities.js';
import { LedgerEntry } from '../../store/funds/ledger-entry.js';
import { inBatches, isBare, isSealOf } from '../../store/engine/rows.js';
import type { Store } from '../../store/engine/store.js';
import { Broken } from './broken.js';
import { printLine } from './print-line.js';
import { onRecord } from './record.js';
import { BareEntries, checkHead, checkJournal } from './verify-chains.js';
import { checkDays } from './verify-days.js';
import { checkLedger } from './verify-ledger.js';
import { checkMarket } from './verify-market.js';
import { checkPolls } from './verify-polls.js';
import { checkRules } from './verify-rules.js';

/**
 * Recomputes what the record says of itself: the journal's chain, the rows that it sealed, the balances. With a `head` that
 * somebody kept, says too whether today's chains still continue it. Prints one line a check; false at the first thing that
 * does not hold, whose line names the row.
 */
export async function verify(store: Store, print: (line: string) => void, head?: string): Promise<boolean> {
  const continues = (at: Store): Promise<string> => checkHead(at, head ?? '');
  const checks = [
    [checkJournal, '每个网格的记录链'],
    [checkDays, '全部网格的总链'],
    [checkRows, '每一行内容'],
    [checkLedger, '每一笔账'],
    [checkMarket, '公益市场'],
    [checkPolls, '表决结果'],
    [checkRules, '规则'],
    ...(head === undefined ? [] : [[continues, '抄下的校验码'] as const]),
  ] as const;
  const seals = new Map<string, string>();
  let said = '';
  try {
    for (const [check, words] of checks) {
      said = words;
      print(`ok      ${await check(store, seals)} ｜ ${words}：相符`);
    }
    return true;
  } catch (error) {
    print(`FAILED  ${error instanceof Error ? error.message : String(error)} ｜ ${said}：不相符`);
    return false;
  }
}

/** Every sealed row is as it was last written, none is missing, and none is there that the journal does not know. */
async function checkRows(store: Store, seals: Map<string, string>): Promise<string> {
  const entries = await BareEntries.of(store);
  const { dataSource, secret } = store;
  const missing = new Set(seals.keys());
  let count = 0;
  for (const entity of sealed) {
    const { tableName } = dataSource.getMetadata(entity);
    for await (const row of inBatches<{ id: number }>(dataSource.manager, entity)) {
      const name = `${tableName}#${row.id}`;
      const seal = seals.get(name);
      if (seal === undefined) throw new Broken(`${name}: the journal does not know this row`);
      // What was sealed before there were salts was sealed with the digests of then.
      const was = entries && entity === LedgerEntry ? entries.as(row as LedgerEntry) : row;
      if (!isSealOf(seal, isBare(seal) ? was : row, { dataSource, secret, entity }))
        throw new Broken(`${name}: it was changed past the journal`);
      missing.delete(name);
      count += 1;
    }
  }
  const [lost] = missing;
  if (lost !== undefined) throw new Broken(`${lost}: the row is missing`);
  return `rows: ${count} as the journal sealed them`;
}

export async function main(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  const head = headIn(argv);
  if (head === null) {
    printLine('Usage: npm run --silent verify [-- --head DIGEST], the digest as the board or a report printed it.');
    process.exitCode = 1;
    return;
  }
  await onRecord('needs', store => verify(store, printLine, head));
}

/** The head that was asked about, undefined where none was, null for arguments that cannot be used. */
function headIn(argv: readonly string[]): string | undefined | null {
  try {
    return parseArgs({ args: [...argv], options: { head: { type: 'string' } } }).values.head;
  } catch {
    return null;
  }
}
