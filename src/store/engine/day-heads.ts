import { beginning, digestOf } from '../../domain/journal.js';
import { Grid } from '../people/grid.js';
import { DayHead } from './day-head.js';
import { JournalLine } from './journal-line.js';
import type { Records } from './records.js';

/** The heads of all grids, kept once a day and chained: the one thing about the journal that belongs to no grid. */
export class DayHeads {
  constructor(private readonly manager: Records) {}

  last(): Promise<Pick<DayHead, 'id' | 'day' | 'digest'> | null> {
    return this.manager.findOne(DayHead, { where: {}, order: { id: 'DESC' }, only: ['id', 'day', 'digest'] });
  }

  /** Keeps the heads of a day, once. */
  async keep(day: string, at: Date): Promise<void> {
    const last = await this.last();
    if (last && last.day >= day) return;
    const heads: [number, number][] = [];
    const digests: string[] = [];
    for (const { id } of await this.manager.find(Grid, { order: { id: 'ASC' } })) {
      const where = { gridId: id };
      const head = await this.manager.findOne(JournalLine, { where, order: { seq: 'DESC' }, only: ['seq', 'digest'] });
      if (!head) continue;
      heads.push([id, head.seq]);
      digests.push(head.digest);
    }
    const row = { day, at, heads, root: rootOf(digests), previous: last?.digest ?? beginning };
    await this.manager.insert(DayHead, { ...row, digest: digestOfDay(row) });
  }
}

export function rootOf(digests: readonly string[]): string {
  return digestOf(digests);
}

export function digestOfDay({ at, day, heads, previous, root }: Omit<DayHead, 'id' | 'digest'>): string {
  return digestOf({ at, day, heads, previous, root });
}
