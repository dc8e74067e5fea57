import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Like, MoreThan } from 'typeorm';
import { ormconfig } from '../../../ormconfig.js';
import { beginning, digestOfLine } from '../../domain/journal.js';
import { Grid } from '../../store/people/grid.js';
import { sealed } from '../../store/engine/entities.js';
import { JournalLine } from '../../store/engine/journal-line.js';
import { LedgerEntry } from '../../store/funds/ledger-entry.js';
import { openStore } from '../../store/engine/open.js';
import { inBatches, rowDigest } from '../../store/engine/rows.js';
import type { Store } from '../../store/engine/unit.js';
import { Broken } from './broken.js';
import { printLine } from './print-line.js';
import { checkLedger } from './verify-ledger.js';
import { checkMarket } from './verify-market.js';
import { checkPolls } from './verify-polls.js';

/**
 * Recomputes what the record says of itself: the journal's chain, the rows that it sealed, the balances. With a `head` that
 * somebody kept, says too whether today's chains still continue it. Prints one line a check; false at the first thing that
 * does not hold, whose line names the row.
 */
export async function verify(store: Store, print: (line: string) => void, head?: string): Promise<boolean> {
  const continues = (at: Store): Promise<string> => checkHead(at, head ?? '');
  const checks = [
    checkJournal,
    checkRows,
    checkLedger,
    checkMarket,
    checkPolls,
    ...(head === undefined ? [] : [continues]),
  ];
  const seals = new Map<string, string>();
  try {
    for (const check of checks) print(`ok      ${await check(store, seals)}`);
    return true;
  } catch (error) {
    print(`FAILED  ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** Every line's digest, its link to the one before, and no gap in the numbers; collects the last seal of every row. */
async function checkJournal({ dataSource }: Store, seals: Map<string, string>): Promise<string> {
  const heads = new Map<number, { seq: number; digest: string }>();
  let count = 0;
  for await (const line of inBatches(dataSource.manager, JournalLine)) {
    const head = heads.get(line.gridId) ?? { seq: 0, digest: beginning };
    if (line.seq !== head.seq + 1)
      throw new Broken(`journal#${line.id}: line ${line.seq} of grid ${line.gridId} does not follow line ${head.seq}`);
    if (line.previous !== head.digest) throw new Broken(`journal#${line.id}: it does not continue the chain`);
    if (line.digest !== digestOfLine(line)) throw new Broken(`journal#${line.id}: it was changed after it was written`);
    heads.set(line.gridId, { seq: line.seq, digest: line.digest });
    for (const [row, digest] of Object.entries(line.rows)) seals.set(row, digest);
    count += 1;
  }
  for await (const { id } of inBatches(dataSource.manager, Grid)) {
    if (!heads.has(id)) throw new Broken(`grid#${id}: it has no journal`);
  }
  return `journal: ${count} lines in ${heads.size} chains`;
}

/**
 * A head that somebody kept, whole or its first 16 characters or more as the board and the reports print it, is still the
 * digest of a line of the journal or of an entry of the ledger. The chains were proven before, so all up to there is as it was then.
 */
async function checkHead({ dataSource }: Store, head: string): Promise<string> {
  const kept = head.trim().toLowerCase();
  if (!/^[0-9a-f]{16,64}$/.test(kept))
    throw new Broken(
      `head ${JSON.stringify(head)}: give the digest as it was printed, 16 to 64 hexadecimal characters`,
    );
  const where = { digest: Like(`${kept}%`) };
  const line = await dataSource.manager.findOneBy(JournalLine, where);
  if (line) {
    const after = await dataSource.manager.countBy(JournalLine, { gridId: line.gridId, seq: MoreThan(line.seq) });
    return `head: line ${line.seq} of grid ${line.gridId}'s journal of ${line.at.toISOString()}; ${after} lines continue it`;
  }
  const entry = await dataSource.manager.findOneBy(LedgerEntry, where);
  if (!entry) throw new Broken(`head ${kept}: no chain of this database continues it; the record was written anew`);
  const after = await dataSource.manager.countBy(LedgerEntry, { gridId: entry.gridId, no: MoreThan(entry.no) });
  return `head: voucher ${entry.no} of grid ${entry.gridId} of ${entry.at.toISOString()}; ${after} entries continue it`;
}

/** Every sealed row is as it was last written, none is missing, and none is there that the journal does not know. */
async function checkRows({ dataSource }: Store, seals: Map<string, string>): Promise<string> {
  const missing = new Set(seals.keys());
  let count = 0;
  for (const entity of sealed) {
    const { tableName } = dataSource.getMetadata(entity);
    for await (const row of inBatches<{ id: number }>(dataSource.manager, entity)) {
      const name = `${tableName}#${row.id}`;
      const seal = seals.get(name);
      if (seal === undefined) throw new Broken(`${name}: the journal does not know this row`);
      if (seal !== rowDigest(dataSource.manager, entity, row))
        throw new Broken(`${name}: it was changed past the journal`);
      missing.delete(name);
      count += 1;
    }
  }
  const [lost] = missing;
  if (lost !== undefined) throw new Broken(`${lost}: the row is missing`);
  return `rows: ${count} as the journal sealed them`;
}

/** The record that a command is about: the one named, else the real one, else the trial's. */
export function recordUrl(): string {
  const isReal = existsSync('data/zhongyi.sqlite') && process.env['TRIAL'] !== '1';
  return process.env['DATABASE_URL'] || (isReal ? 'sqlite:data/zhongyi.sqlite' : 'sqlite:data/trial.sqlite');
}

export async function main(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  const head = headIn(argv);
  if (head === null) {
    printLine('Usage: npm run --silent verify [-- --head DIGEST], the digest as the board or a report printed it.');
    process.exitCode = 1;
    return;
  }
  const store = await openStore(ormconfig(recordUrl()));
  process.exitCode = (await verify(store, printLine, head)) ? 0 : 1;
  await store.dataSource.destroy();
}

/** The head that was asked about, undefined where none was, null for arguments that cannot be used. */
function headIn(argv: readonly string[]): string | undefined | null {
  try {
    return parseArgs({ args: [...argv], options: { head: { type: 'string' } } }).values.head;
  } catch {
    return null;
  }
}
