import { In } from 'typeorm';
import { LedgerEntry } from './ledger-entry.js';
import { StatementFile } from './statement-file.js';
import type { New, Rows } from '../engine/rows.js';

/** Statements of banks and WeChat Pay that the cashier sent. */
export class BankLists {
  constructor(private readonly rows: Rows) {}

  async byNo(no: number): Promise<StatementFile | null> {
    return this.rows.manager.findOneBy(StatementFile, { gridId: this.rows.gridId, no });
  }

  async byDigest(digest: string): Promise<StatementFile | null> {
    return this.rows.manager.findOneBy(StatementFile, { gridId: this.rows.gridId, digest });
  }

  async add(file: Omit<New<StatementFile>, 'gridId' | 'no'>): Promise<StatementFile> {
    const where = { gridId: this.rows.gridId };
    const last = await this.rows.manager.findOne(StatementFile, { where, order: { no: 'DESC' } });
    return this.rows.keep(StatementFile, { ...file, gridId: this.rows.gridId, no: (last?.no ?? 0) + 1 });
  }

  /** Those of the payments that a receipt of the ledger rests on already. */
  async booked(keys: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    // Databases take only so many values in one question.
    for (let from = 0; from < keys.length; from += 500) {
      const evidence = In(keys.slice(from, from + 500));
      const where = { gridId: this.rows.gridId, kind: 'receipt' as const, evidence };
      for (const entry of await this.rows.manager.findBy(LedgerEntry, where)) found.add(entry.evidence ?? '');
    }
    return found;
  }
}
