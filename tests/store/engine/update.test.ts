import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { DataSource, type MigrationInterface } from 'typeorm';
import { expect, inject, onTestFinished, test } from 'vitest';
import { ormconfig } from '../../../ormconfig.js';
import { unzipSync } from 'fflate';
import { canonical, digestOf } from '../../../src/domain/journal.js';
import { verify } from '../../../src/process/commands/verify.js';
import { projectDossier } from '../../../src/publish/notice/dossier.js';
import { sealed } from '../../../src/store/engine/entities.js';
import { isBare } from '../../../src/store/engine/rows.js';
import { Ballot } from '../../../src/store/ballot/ballot.js';
import { LedgerEntry } from '../../../src/store/funds/ledger-entry.js';
import { Project } from '../../../src/store/proposal/project.js';
import { JournalLine } from '../../../src/store/engine/journal-line.js';
import { migrations } from '../../../src/store/engine/migrations/index.js';
import { openStore } from '../../../src/store/engine/open.js';
import { freshDatabase } from '../../support/postgres.js';

/**
 * A record as the program of 26 November 2026 wrote it (commit b2918e5), unpacked into a file: of a whole project, or of a county's year of
 * money in 142 grids with 355 projects.
 */
function november(name = '2026-11-26'): { file: string; heads: { journal: string; ledger: string } } {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-november-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'record.sqlite');
  writeFileSync(file, brotliDecompressSync(readFileSync(new URL(`../records/${name}.sqlite.br`, import.meta.url))));
  const db = new Database(file);
  const head = (table: string): string =>
    (db.prepare(`SELECT digest FROM ${table} ORDER BY id DESC LIMIT 1 OFFSET 3`).get() as { digest: string }).digest;
  const heads = { journal: head('journal'), ledger: head('ledger_entry') };
  db.close();
  return { file, heads };
}

/** The same rows on the tests' PostgreSQL, under the tables of then. */
async function onPostgres(file: string, server: string): Promise<string> {
  const url = await freshDatabase(server);
  const then = migrations.slice(
    0,
    migrations.findIndex(({ name }) => name === 'Secrets1764400000200'),
  );
  const old = await new DataSource({ ...ormconfig(url), migrations: then } as never).initialize();
  await old.runMigrations();
  const db = new Database(file);
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'`).all();
  for (const { name } of tables as { name: string }[]) {
    if (name === 'migrations') continue;
    for (const row of db.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]) {
      const columns = Object.keys(row);
      const values = columns.map((_, index) => `$${index + 1}`).join(', ');
      await old.query(
        `INSERT INTO "${name}" (${columns.map(column => `"${column}"`).join(', ')}) VALUES (${values})`,
        Object.values(row),
      );
    }
    if (db.prepare(`SELECT 1 FROM pragma_table_info('${name}') WHERE name = 'id'`).get())
      await old.query(
        `SELECT setval(pg_get_serial_sequence('"${name}"', 'id'), (SELECT COALESCE(max(id), 0) + 1 FROM "${name}"))`,
      );
  }
  db.close();
  await old.destroy();
  return url;
}

async function updated(name?: string) {
  const { file, heads } = november(name);
  const server = inject('postgres');
  const store = await openStore(ormconfig(server ? await onPostgres(file, server) : `sqlite:${file}`));
  onTestFinished(() => store.dataSource.destroy());
  return { store, heads, file };
}

test(
  'a record of 26 November is brought up to date; it proves itself, and what was noted down from a board still holds',
  { timeout: 300_000 },
  async () => {
    const { store, heads } = await updated();
    const said: string[] = [];

    for (const head of [heads.journal, heads.journal.slice(0, 16), heads.ledger.slice(0, 16)])
      expect(await verify(store, line => said.push(line), head), said.at(-1)).toBe(true);
    expect(await verify(store, () => undefined, 'f'.repeat(16))).toBe(false);
  },
);

test(
  'a county of 355 projects is brought up to date, every grid of it, and no fen is another',
  { timeout: 300_000 },
  async () => {
    const { store, heads } = await updated('2026-11-26-county');
    const { manager } = store.dataSource;
    const said: string[] = [];

    expect(await verify(store, line => said.push(line), heads.journal), said.at(-1)).toBe(true);
    expect(await manager.count(Project)).toBe(355);
    expect(await manager.count(LedgerEntry)).toBe(3550);
    expect(
      said.some(line => /142 chains/u.test(line)),
      said.join('\n'),
    ).toBe(true);
    const lines = await manager.findBy(JournalLine, { deed: 'record.salted' });
    expect(new Set(lines.map(({ gridId }) => gridId)).size).toBe(142);
    expect(await moneyIn(store)).toEqual(moneyOfNovember('2026-11-26-county'));
  },
);

/** What stands on the accounts of each project, as the ledger's entries have it. */
async function moneyIn({ dataSource }: Awaited<ReturnType<typeof openStore>>): Promise<string[]> {
  const entries = await dataSource.manager.find(LedgerEntry, { order: { id: 'ASC' } });
  return entries.map(({ projectId, kind, postings }) => `${projectId} ${kind} ${JSON.stringify(postings)}`);
}

function moneyOfNovember(name: string): string[] {
  const { file } = november(name);
  const db = new Database(file);
  const entries = db.prepare('SELECT * FROM ledger_entry ORDER BY id').all() as Record<string, string | number>[];
  db.close();
  return entries.map(
    ({ projectId, kind, postings }) => `${projectId} ${kind} ${JSON.stringify(JSON.parse(String(postings)))}`,
  );
}

test(
  'its digests tell nothing any more: no ballot is found by trying all there are',
  { timeout: 300_000 },
  async () => {
    const { store, heads } = await updated();
    const { manager } = store.dataSource;
    const lines = await manager.find(JournalLine);

    expect(lines.some(({ digest }) => digest === heads.journal)).toBe(false);
    expect(lines.filter(({ deed }) => deed === 'record.salted')).toHaveLength(1);
    expect((await manager.find(Ballot)).length).toBeGreaterThan(100);
    expect(canonical(lines.map(({ digest }) => digest))).not.toContain(heads.journal);
  },
);

test(
  'what a dossier of it shows holds no seal without a salt, nor any row’s bare digest',
  { timeout: 300_000 },
  async () => {
    const { store } = await updated();
    const { manager } = store.dataSource;
    const tried = new Set<string>();
    for (const { rows } of await manager.find(JournalLine))
      for (const seal of Object.values(rows)) if (isBare(seal)) tried.add(seal);
    for (const entity of sealed)
      for (const row of await manager.find(entity as typeof Project)) tried.add(digestOf(row));

    const texts: string[] = [];
    for (const { gridId, no } of await manager.find(Project)) {
      const files = await store.inUnit(async open => {
        const grid = await open.grids.byId(gridId);
        const unit = grid && (await open.within(grid));
        const project = await unit?.projects.byNo(no);
        if (!unit || !project) throw new Error(`there is no project ${no}`);
        return unzipSync(
          (await projectDossier(unit, project, { now: new Date('2026-12-01T10:00:00+08:00'), random: () => 0.5 })).zip,
        );
      });
      for (const [path, bytes] of Object.entries(files))
        if (path === 'journal.jsonl' || path === '08-ledger.jsonl') texts.push(Buffer.from(bytes).toString('utf8'));
    }
    const text = texts.join('\n');

    expect(tried.size).toBeGreaterThan(500);
    expect(text).toContain('"link"');
    expect([...tried].filter(digest => text.includes(digest))).toEqual([]);
  },
);

test('a line that was changed before or after the update is still found', { timeout: 300_000 }, async () => {
  const { store } = await updated();
  await store.dataSource.manager.update(JournalLine, { seq: 100 }, { by: 'somebody' });
  const said: string[] = [];

  expect(await verify(store, line => said.push(line))).toBe(false);
  expect(said.at(-1)).toContain('it was changed after it was written');
});

test('an older program refuses a newer record in one sentence', { timeout: 300_000 }, async () => {
  const { file } = november();
  class Future9999999999999 implements MigrationInterface {
    readonly name = 'Future9999999999999';
    async up(): Promise<void> {}
    async down(): Promise<void> {}
  }
  const newer = await openStore({
    ...ormconfig(`sqlite:${file}`),
    migrations: [...migrations, Future9999999999999],
  } as never);
  await newer.dataSource.destroy();

  await expect(openStore(ormconfig(`sqlite:${file}`))).rejects.toThrow(
    'this record was brought up to date by a newer version of the program (Future9999999999999); start that version, or restore a backup from before.',
  );
});
