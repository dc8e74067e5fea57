import { In } from 'typeorm';
import type { StatementRow } from '../../domain/funds/bank-statement.js';
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

  /** The payments of the files that were sent before this one, by their keys. */
  async rowsBefore(file: StatementFile): Promise<Map<string, StatementRow>> {
    const files = await this.rows.manager.findBy(StatementFile, { gridId: this.rows.gridId });
    const before = files.filter(one => one.no < file.no).toSorted((a, b) => b.no - a.no);
    return new Map(before.flatMap(({ rows }) => rows.map(row => [row.key, row] as const)));
  }

  /** The digests of the accounts that booked payments came from, by household. */
  async accounts(): Promise<Map<number, string[]>> {
    const files = await this.rows.manager.findBy(StatementFile, { gridId: this.rows.gridId });
    const told = files.flatMap(({ rows }) => rows.filter(({ account }) => account !== undefined));
    const payers = await this.payers(told.map(({ key }) => key));
    const accounts = new Map<number, string[]>();
    for (const { key, account = '' } of told) {
      const household = payers.get(key);
      if (household !== undefined) accounts.set(household, [...new Set([...(accounts.get(household) ?? []), account])]);
    }
    return accounts;
  }

  /** The households that booked payments were recorded for, by the payments' keys. */
  private async payers(keys: readonly string[]): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (let from = 0; from < keys.length; from += 500) {
      const evidence = In(keys.slice(from, from + 500));
      const where = { gridId: this.rows.gridId, kind: 'receipt' as const, evidence };
      for (const { evidence: key, householdId } of await this.rows.manager.findBy(LedgerEntry, where))
        if (key !== null && householdId !== null) found.set(key, householdId);
    }
    return found;
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
