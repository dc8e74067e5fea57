import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { expect, inject, onTestFinished, test } from 'vitest';
import { ormconfig } from '../../../ormconfig.js';
import { migrations } from '../../../src/store/engine/migrations/index.js';
import { openStore } from '../../../src/store/engine/open.js';
import { freshDatabase } from '../../support/postgres.js';

/** An empty database that several processes may open. */
async function aDatabase(): Promise<string> {
  const server = inject('postgres');
  if (server) return freshDatabase(server);
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return `sqlite:${join(folder, 'bot.sqlite')}`;
}

/** A migration that does half of its work and then finds that it cannot go on. */
class HalfWay9999999999999 implements MigrationInterface {
  readonly name = 'HalfWay9999999999999';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half_way (id integer)');
    await runner.query('UPDATE grid SET name = NULL');
    await runner.query('SELECT nothing FROM nowhere');
  }

  async down(): Promise<void> {
    // Never landed, so never taken back.
  }
}

test('a migration that fails leaves nothing behind, and the record opens as it was', async () => {
  const url = await aDatabase();
  const first = await openStore(ormconfig(url));
  await first.inUnit(async open => {
    const at = new Date('2026-03-02T10:00:00+08:00');
    const grid = await open.grids.add({ code: 'a', name: '甲网格', community: '花园社区', nextNo: 1, createdAt: at });
    const unit = await open.within(grid);
    unit.journal.add('grid.create', { by: 'operator', at });
  });
  await first.dataSource.destroy();

  await expect(openStore({ ...ormconfig(url), migrations: [...migrations, HalfWay9999999999999] })).rejects.toThrow();

  const again = await openStore(ormconfig(url));
  onTestFinished(() => again.dataSource.destroy());
  expect((await again.inUnit(open => open.grids.all())).map(({ name }) => name)).toEqual(['甲网格']);
  await expect(again.dataSource.query('SELECT * FROM half_way')).rejects.toThrow();
});

test('several processes that start at once on an empty database migrate it once', async () => {
  const url = await aDatabase();
  const stores = await Promise.all([1, 2, 3].map(() => openStore(ormconfig(url))));
  onTestFinished(async () => {
    for (const store of stores) await store.dataSource.destroy();
  });
  const done = await stores[0]?.dataSource.query<{ name: string }[]>('SELECT name FROM migrations');

  expect(done?.map(({ name }) => name).toSorted()).toEqual(migrations.map(({ name }) => name).toSorted());
  for (const store of stores) expect(await store.inUnit(open => open.grids.all())).toEqual([]);
});
