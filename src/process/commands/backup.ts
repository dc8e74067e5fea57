import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { ormconfig } from '../../../ormconfig.js';
import { openStore } from '../../store/engine/open.js';
import { type Print, type Said, wordsOf } from './tongue.js';
import { verify } from './verify.js';

interface Trip {
  readonly databaseUrl: string;
  readonly file: string;
  readonly print: Print;
}

/** What the file of an SQLite record is called; null for PostgreSQL, which has tools of its own. */
function fileOf(databaseUrl: string): string | null {
  return databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : null;
}

const ownTools = {
  en: 'This record is on PostgreSQL: use pg_dump --format=custom and pg_restore, then `npm run --silent verify` (docs/operating.md).',
  zh: '档案库在PostgreSQL上：请用pg_dump --format=custom和pg_restore，再运行`npm run --silent verify`（docs/operating.md）。',
};

/**
 * Copies the record while the bot goes on: one consistent moment, complete or not there at all. The copy is then opened,
 * migrated in a copy of its own and held against its journal, which is what a restore would do. True when it is good.
 */
export async function backup({ databaseUrl, file, print }: Trip): Promise<boolean> {
  const from = fileOf(databaseUrl);
  if (from === null) return said(print, ownTools);
  if (!existsSync(from))
    return said(print, {
      en: `There is no record at ${from}; check DATABASE_URL.`,
      zh: `${from}没有档案库，请核对DATABASE_URL。`,
    });
  if (existsSync(file))
    return said(print, {
      en: `${file} exists already; give another name, so that no backup is lost.`,
      zh: `${file}已经有了，请换一个文件名，免得盖掉以前的备份。`,
    });

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
    return said(print, {
      en: 'No backup was made: the record itself does not hold. Restore an earlier backup.',
      zh: '没有备份：档案库本身核对不过，请恢复以前的备份。',
    });
  }
  renameSync(unfinished, file);
  return said(print, { en: `backup ${file}: complete and verified`, zh: `备份${file}：完整，核对相符` }, true);
}

/** Puts a backup in the place of the record; what stood there is kept beside it. Stop the bot first. */
export async function restore({ databaseUrl, file, print, at }: Trip & { readonly at: Date }): Promise<boolean> {
  const to = fileOf(databaseUrl);
  if (to === null) return said(print, ownTools);
  if (!existsSync(file))
    return said(print, { en: `There is no file ${file}; check its name.`, zh: `没有文件${file}，请核对文件名。` });
  if (!(await isGood(file, print)))
    return said(print, {
      en: `${file} does not hold; nothing was changed. Try an earlier backup.`,
      zh: `${file}核对不过，什么也没有改。请换更早的备份。`,
    });

  const fresh = `${to}.restoring`;
  copyFileSync(file, fresh);
  chmodSync(fresh, 0o600);
  const aside = `${to}.before-${at.toISOString().replaceAll(/[:.]/g, '-')}`;
  const isThere = existsSync(to);
  for (const part of ['', '-wal', '-shm']) if (existsSync(to + part)) renameSync(to + part, aside + part);
  renameSync(fresh, to);
  const done = {
    en: `restored ${file} to ${to}${isThere ? `; what was there before is in ${aside}` : ''}`,
    zh: `已把${file}恢复到${to}${isThere ? `，原来的放在${aside}` : ''}`,
  };
  return said(print, done, true);
}

/** Tries a restore on a copy: readable to the last page, migrated, and true to its journal. */
async function isGood(file: string, print: Print): Promise<boolean> {
  const trial = `${file}.trial`;
  copyFileSync(file, trial);
  try {
    const database = new BetterSqlite3(trial);
    const check = String(database.pragma('integrity_check', { simple: true }));
    database.close();
    if (check !== 'ok') return said(print, { en: `damaged: ${check}`, zh: `文件损坏：${check}` });
    const store = await openStore(ormconfig(`sqlite:${trial}`));
    try {
      return await verify(store, line => print(`  ${line}`));
    } finally {
      await store.dataSource.destroy();
    }
  } catch (error) {
    return said(print, { en: `not readable: ${wordsOf(error)}`, zh: `读不了：${wordsOf(error)}` });
  } finally {
    for (const part of ['', '-wal', '-shm']) rmSync(trial + part, { force: true });
  }
}

function said(print: Print, line: Said, isGoodNews = false): boolean {
  print(line);
  return isGoodNews;
}
