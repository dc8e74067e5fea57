import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { ormconfig } from '../../ormconfig.js';
import { openReplica, openStore } from '../../src/store/engine/open.js';
import { seedTrial } from '../../src/trial/seed.js';
import { sample, sampleResidents } from '../../src/trial/sample-grid.js';

test('while another process holds SQLite writers wait, readers read, and the process goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-locked-'));
  const file = join(folder, 'record.sqlite');
  const store = await openStore(ormconfig(`sqlite:${file}`));
  await seedTrial(store, new Date('2026-03-02T10:00:00+08:00'), sampleResidents().slice(0, 3));
  const reader = await openReplica(ormconfig(`sqlite:${file}`, { readOnly: true }));
  const other = new Database(file);
  onTestFinished(async () => {
    other.close();
    await reader.dataSource.destroy();
    await store.dataSource.destroy();
    rmSync(folder, { recursive: true });
  });
  const asks = (from: typeof store) => from.inUnit(async open => (await open.grids.byCode(sample.code))?.name);

  other.exec('BEGIN IMMEDIATE');
  let isWritten = false;
  const write = asks(store).then(name => {
    isWritten = true;
    return name;
  });
  let longestMs = 0;
  for (let turn = 0; turn < 20; turn += 1) {
    const from = performance.now();
    expect(await asks(reader)).toBe(sample.name);
    await new Promise(setImmediate);
    longestMs = Math.max(longestMs, performance.now() - from);
  }

  expect(isWritten).toBe(false);
  // SQLite's own waiting would have been five seconds of standstill.
  expect(longestMs).toBeLessThan(1_000);
  other.exec('COMMIT');
  expect(await write).toBe(sample.name);
  await expect(reader.inUnit(open => open.manager.query('DELETE FROM grid'))).rejects.toThrow(/readonly/);
});
