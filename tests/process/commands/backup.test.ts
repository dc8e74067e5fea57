import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ormconfig } from '../../../ormconfig.js';
import { backup, restore } from '../../../src/process/commands/backup.js';
import { inTongue } from '../../../src/process/commands/tongue.js';
import { JournalLine } from '../../../src/store/engine/journal-line.js';
import { openStore } from '../../../src/store/engine/open.js';
import { sampleResidents } from '../../../src/trial/sample-grid.js';
import { seedTrial } from '../../../src/trial/seed.js';

const at = new Date('2026-03-02T10:00:00+08:00');

/** A record in a file, and commands that are told where it is. */
async function aRecord() {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const record = join(folder, 'record.sqlite');
  const databaseUrl = `sqlite:${record}`;
  const store = await openStore(ormconfig(databaseUrl));
  await seedTrial(store, at, sampleResidents().slice(0, 3));
  const lines: string[] = [];
  const trip = { databaseUrl, file: join(folder, 'copy.sqlite'), print: inTongue(line => lines.push(line), 'en') };
  const deed = (name: string): Promise<void> =>
    store.inUnit(async open => {
      const [grid] = await open.grids.all();
      if (grid) (await open.within(grid)).journal.add(name, { by: 'operator', at });
    });
  return { folder, record, store, trip, lines, deed };
}

async function deedsOf(databaseUrl: string): Promise<string[]> {
  const store = await openStore(ormconfig(databaseUrl));
  const lines = await store.dataSource.manager.find(JournalLine, { order: { seq: 'ASC' } });
  await store.dataSource.destroy();
  return lines.map(({ deed }) => deed);
}

test('a backup taken while the bot works is one moment of it, and restores to just that', async () => {
  const { store, trip, lines, deed, record } = await aRecord();
  await deed('before');
  const [made] = await Promise.all([backup(trip), deed('meanwhile')]);
  expect(made, lines.join('\n')).toBe(true);
  await deed('after');
  await store.dataSource.destroy();

  expect(await restore({ ...trip, at }), lines.join('\n')).toBe(true);

  const deeds = await deedsOf(trip.databaseUrl);
  expect(deeds).toContain('before');
  expect(deeds).not.toContain('after');
  expect(await deedsOf(`sqlite:${record}.before-${at.toISOString().replaceAll(/[:.]/g, '-')}`)).toContain('after');
});

test('only the owner may read the record and its backups', async () => {
  const { store, trip, folder } = await aRecord();
  await backup(trip);
  const rights = readdirSync(folder).map(name => `${name} ${(statSync(join(folder, name)).mode & 0o777).toString(8)}`);
  await store.dataSource.destroy();

  expect(rights.filter(line => !line.endsWith(' 600'))).toEqual([]);
  expect(rights.length).toBeGreaterThanOrEqual(2);
});

test('the folder that the bot makes for its record lets nobody else in', async () => {
  const { folder, store: made } = await aRecord();
  await made.dataSource.destroy();
  const data = join(folder, 'data');

  const store = await openStore(ormconfig(`sqlite:${join(data, 'record.sqlite')}`));
  await store.dataSource.destroy();

  expect((statSync(data).mode & 0o777).toString(8)).toBe('700');
});

test('a damaged backup is told and changes nothing; an existing file is never overwritten', async () => {
  const { store, trip, lines, record } = await aRecord();
  await backup(trip);
  expect(await backup(trip)).toBe(false);
  expect(lines.at(-1)).toContain('exists already');
  await store.dataSource.destroy();
  const bytes = readFileSync(trip.file);
  bytes.fill(0x5a, 5000, 40_000);
  chmodSync(trip.file, 0o600);
  writeFileSync(trip.file, bytes);
  const before = readFileSync(record);

  expect(await restore({ ...trip, at })).toBe(false);

  expect(lines.at(-1)).toContain('nothing was changed');
  expect(readFileSync(record).equals(before)).toBe(true);
});
