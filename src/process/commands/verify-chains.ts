import { Like, MoreThan } from 'typeorm';
import { beginning, digestOfLine, saltOfLine } from '../../domain/journal.js';
import { digestOfEntry } from '../../domain/funds/ledger-chain.js';
import { Grid } from '../../store/people/grid.js';
import { DayHead } from '../../store/engine/day-head.js';
import { JournalLine } from '../../store/engine/journal-line.js';
import { LedgerEntry } from '../../store/funds/ledger-entry.js';
import { inBatches } from '../../store/engine/rows.js';
import type { Store } from '../../store/engine/store.js';
import { Broken } from './broken.js';

/** The line that keeps the head which a grid's chain had before its digests were salted. */
export const saltedDeed = 'record.salted';

/** Every line's digest, its link to the one before, and no gap in the numbers; collects the last seal of every row. */
export async function checkJournal(store: Store, seals: Map<string, string>): Promise<string> {
  const { dataSource, secret } = store;
  const heads = new Map<number, { seq: number; digest: string }>();
  const before = await BareHeads.of(store);
  let count = 0;
  for await (const line of inBatches(dataSource.manager, JournalLine)) {
    const head = heads.get(line.gridId) ?? { seq: 0, digest: beginning };
    if (line.seq !== head.seq + 1)
      throw new Broken(`journal#${line.id}: line ${line.seq} of grid ${line.gridId} does not follow line ${head.seq}`);
    if (line.previous !== head.digest) throw new Broken(`journal#${line.id}: it does not continue the chain`);
    if (line.digest !== digestOfLine({ ...line, salt: saltOfLine(secret, line) }))
      throw new Broken(`journal#${line.id}: it was changed after it was written`);
    before.add(line);
    heads.set(line.gridId, { seq: line.seq, digest: line.digest });
    for (const [row, digest] of Object.entries(line.rows)) seals.set(row, digest);
    count += 1;
  }
  for await (const { id } of inBatches(dataSource.manager, Grid)) {
    if (!heads.has(id)) throw new Broken(`grid#${id}: it has no journal`);
  }
  return `journal: ${count} lines in ${heads.size} chains`;
}

/** The chains as they were before their digests were salted: computed again, up to the line that keeps each one's head. */
class BareHeads {
  private constructor(private readonly heads: Map<number, string>) {}

  static async of({ dataSource }: Store): Promise<BareHeads> {
    const salted = await dataSource.manager.findBy(JournalLine, { deed: saltedDeed });
    return new BareHeads(new Map(salted.map(({ gridId }) => [gridId, beginning])));
  }

  /** Takes in a line, and hands back the digest that it once had. */
  add(line: JournalLine): string | null {
    const previous = this.heads.get(line.gridId);
    if (previous === undefined) return null;
    if (line.deed === saltedDeed) {
      this.heads.delete(line.gridId);
      if (line.facts['head'] !== previous)
        throw new Broken(`journal#${line.id}: it does not keep the head that the chain had before`);
      return null;
    }
    const digest = digestOfLine({ ...line, previous });
    this.heads.set(line.gridId, digest);
    return digest;
  }
}

/** The digests that entries had before they were salted, one after another; of entries that never had one, none. */
export class BareEntries {
  private readonly heads = new Map<number, string>();

  private constructor() {}

  /** Null where the record was salted from its first line on. */
  static async of({ dataSource }: Store): Promise<BareEntries | null> {
    const isOld = await dataSource.manager.existsBy(JournalLine, { deed: saltedDeed });
    return isOld ? new BareEntries() : null;
  }

  /** The entry as it was sealed then. */
  as(entry: LedgerEntry): LedgerEntry {
    if (entry.digest === null) return entry;
    const previous = this.heads.get(entry.gridId) ?? beginning;
    const digest = digestOfEntry({ ...entry, previous });
    this.heads.set(entry.gridId, digest);
    return { ...entry, previous, digest };
  }
}

/**
 * A head that somebody kept, whole or its first 16 characters or more as the board and the reports print it, is still the
 * digest of a line of the journal or of an entry of the ledger. The chains were proven before, so all up to there is as it was then.
 */
export async function checkHead(store: Store, head: string): Promise<string> {
  const { manager } = store.dataSource;
  const kept = head.trim().toLowerCase();
  if (!/^[0-9a-f]{16,64}$/.test(kept))
    throw new Broken(
      `head ${JSON.stringify(head)}: give the digest as it was printed, 16 to 64 hexadecimal characters`,
    );
  const where = { digest: Like(`${kept}%`) };
  const line = (await manager.findOneBy(JournalLine, where)) ?? (await bareLine(store, kept));
  if (line) {
    const after = await manager.countBy(JournalLine, { gridId: line.gridId, seq: MoreThan(line.seq) });
    return `head: line ${line.seq} of grid ${line.gridId}'s journal of ${line.at.toISOString()}; ${after} lines continue it`;
  }
  const day = await manager.findOneBy(DayHead, where);
  if (day) {
    const after = await manager.countBy(DayHead, { id: MoreThan(day.id) });
    return `head: the heads of all grids of ${day.day}; ${after} days continue it`;
  }
  const entry = (await manager.findOneBy(LedgerEntry, where)) ?? (await bareEntry(store, kept));
  if (!entry) throw new Broken(`head ${kept}: no chain of this database continues it; the record was written anew`);
  const after = await manager.countBy(LedgerEntry, { gridId: entry.gridId, no: MoreThan(entry.no) });
  return `head: voucher ${entry.no} of grid ${entry.gridId} of ${entry.at.toISOString()}; ${after} entries continue it`;
}

/** The line that had a digest before there were salts. */
async function bareLine(store: Store, kept: string): Promise<JournalLine | null> {
  const before = await BareHeads.of(store);
  for await (const line of inBatches(store.dataSource.manager, JournalLine))
    if (before.add(line)?.startsWith(kept)) return line;
  return null;
}

async function bareEntry(store: Store, kept: string): Promise<LedgerEntry | null> {
  const before = await BareEntries.of(store);
  if (!before) return null;
  for await (const entry of inBatches(store.dataSource.manager, LedgerEntry))
    if (before.as(entry).digest?.startsWith(kept)) return entry;
  return null;
}
