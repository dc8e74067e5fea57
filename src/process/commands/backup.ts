import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { ormconfig } from '../../../ormconfig.js';
import { openStore } from '../../store/engine/open.js';
import { verify } from './verify.js';

interface Trip {
  readonly databaseUrl: string;
  readonly file: string;
  readonly print: (line: string) => void;
}

/** What the file of an SQLite record is called; null for PostgreSQL, which has tools of its own. */
function fileOf(databaseUrl: string): string | null {
  return databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : null;
}

const ownTools =
  'This record is on PostgreSQL: use pg_dump --format=custom and pg_restore, then `npm run --silent verify` (docs/operating.md).';

/**
 * Copies the record while the bot goes on: one consistent moment, complete or not there at all. The copy is then opened,
 * migrated in a copy of its own and held against its journal, which is what a restore would do. True when it is good.
 */
export async function backup({ databaseUrl, file, print }: Trip): Promise<boolean> {
  const from = fileOf(databaseUrl);
  if (from === null) return said(print, ownTools);
  if (!existsSync(from)) return said(print, `There is no record at ${from}; check DATABASE_URL.`);
  if (existsSync(file)) return said(print, `${file} exists already; give another name, so that no backup is lost.`);

  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  const source = new BetterSqlite3(from, { readonly: true });
  try {
    await source.backup(unfinished);
  } finally {
    source.close();
  }
  // A file of its own, without a log beside it.
  const copy = new BetterSqlite3(unfinished);
  copy.pragma('journal_mode = DELETE');
  copy.close();
  chmodSync(unfinished, 0o600);
  if (!(await isGood(unfinished, print))) {
    rmSync(unfinished, { force: true });
    return said(print, 'No backup was made: the record itself does not hold. Restore an earlier backup.');
  }
  renameSync(unfinished, file);
  return said(print, `backup ${file}: complete and verified`, true);
}

/** Puts a backup in the place of the record; what stood there is kept beside it. Stop the bot first. */
export async function restore({ databaseUrl, file, print, at }: Trip & { readonly at: Date }): Promise<boolean> {
  const to = fileOf(databaseUrl);
  if (to === null) return said(print, ownTools);
  if (!existsSync(file)) return said(print, `There is no file ${file}; check its name.`);
  if (!(await isGood(file, print)))
    return said(print, `${file} does not hold; nothing was changed. Try an earlier backup.`);

  const fresh = `${to}.restoring`;
  copyFileSync(file, fresh);
  chmodSync(fresh, 0o600);
  const aside = `${to}.before-${at.toISOString().replaceAll(/[:.]/g, '-')}`;
  const before = existsSync(to) ? `; what was there before is in ${aside}` : '';
  for (const part of ['', '-wal', '-shm']) if (existsSync(to + part)) renameSync(to + part, aside + part);
  renameSync(fresh, to);
  return said(print, `restored ${file} to ${to}${before}`, true);
}

/** Tries a restore on a copy: readable to the last page, migrated, and true to its journal. */
async function isGood(file: string, print: (line: string) => void): Promise<boolean> {
  const trial = `${file}.trial`;
  copyFileSync(file, trial);
  try {
    const database = new BetterSqlite3(trial);
    const check = String(database.pragma('integrity_check', { simple: true }));
    database.close();
    if (check !== 'ok') return said(print, `damaged: ${check}`);
    const store = await openStore(ormconfig(`sqlite:${trial}`));
    try {
      return await verify(store, line => print(`  ${line}`));
    } finally {
      await store.dataSource.destroy();
    }
  } catch (error) {
    return said(print, `not readable: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    for (const part of ['', '-wal', '-shm']) rmSync(trial + part, { force: true });
  }
}

function said(print: (line: string) => void, line: string, isGoodNews = false): boolean {
  print(line);
  return isGoodNews;
}
