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

  /** All lists of the grid, the first one first. */
  async all(): Promise<StatementFile[]> {
    const files = await this.rows.manager.findBy(StatementFile, { gridId: this.rows.gridId });
    return files.toSorted((a, b) => a.no - b.no);
  }

  /** The digests of the accounts that booked payments came from, by household. */
  async accounts(): Promise<Map<number, string[]>> {
    const told = (await this.all()).flatMap(({ rows }) => rows.filter(({ account }) => account !== undefined));
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
    for (const { evidence: key, householdId } of await this.receiptsOn(keys))
      if (key !== null && householdId !== null) found.set(key, householdId);
    return found;
  }

  /** The vouchers that such payments were booked by, by their keys. */
  async vouchers(keys: readonly string[]): Promise<Map<string, LedgerEntry>> {
    const entries = await this.receiptsOn(keys);
    return new Map(entries.map(entry => [entry.evidence ?? '', entry]));
  }

  /** Those of the payments that a receipt of the ledger rests on already. */
  async booked(keys: readonly string[]): Promise<Set<string>> {
    return new Set((await this.receiptsOn(keys)).map(({ evidence }) => evidence ?? ''));
  }

  private async receiptsOn(keys: readonly string[]): Promise<LedgerEntry[]> {
    const found: LedgerEntry[] = [];
    // Databases take only so many values in one question.
    for (let from = 0; from < keys.length; from += 500) {
      const evidence = In(keys.slice(from, from + 500));
      const where = { gridId: this.rows.gridId, kind: 'receipt' as const, evidence };
      found.push(...(await this.rows.manager.findBy(LedgerEntry, where)));
    }
    return found;
  }
}
