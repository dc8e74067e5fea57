import { In } from 'typeorm';
import { beginning } from '../../domain/journal.js';
import { DayHead } from '../../store/engine/day-head.js';
import { digestOfDay, rootOf } from '../../store/engine/day-heads.js';
import { JournalLine } from '../../store/engine/journal-line.js';
import { inBatches } from '../../store/engine/rows.js';
import type { Store } from '../../store/engine/store.js';
import { Broken } from './broken.js';

/** Every day's heads continue those of the day before, and every grid still has the lines that stood at their ends. */
export async function checkDays({ dataSource: { manager } }: Store): Promise<string> {
  let previous = beginning;
  let last: DayHead | null = null;
  const wanted = new Map<number, Set<number>>();
  for await (const day of inBatches(manager, DayHead)) {
    if (day.previous !== previous)
      throw new Broken(`day_head#${day.id}: it does not continue the heads of the day before`);
    if (day.digest !== digestOfDay(day)) throw new Broken(`day_head#${day.id}: it was changed after it was written`);
    previous = day.digest;
    last = day;
    for (const [gridId, seq] of day.heads) wanted.set(gridId, (wanted.get(gridId) ?? new Set()).add(seq));
  }
  const digests = new Map<string, string>();
  for (const [gridId, seqs] of wanted) {
    const lines = await manager.find(JournalLine, {
      where: { gridId, seq: In([...seqs]) },
      select: { seq: true, digest: true },
    });
    for (const { seq, digest } of lines) digests.set(`${gridId}/${seq}`, digest);
    const missing = [...seqs].find(seq => !digests.has(`${gridId}/${seq}`));
    if (missing !== undefined)
      throw new Broken(`grid#${gridId}: line ${missing} of its journal is missing, and a day's heads still name it`);
  }
  for await (const day of inBatches(manager, DayHead)) {
    const root = rootOf(day.heads.map(([gridId, seq]) => digests.get(`${gridId}/${seq}`) ?? ''));
    if (root !== day.root)
      throw new Broken(`day_head#${day.id}: the chains of its grids were written anew since ${day.day}`);
  }
  return last
    ? `days: the heads of ${last.heads.length} grids, day by day until ${last.day}`
    : 'days: no heads kept yet';
}
