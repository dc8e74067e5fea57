import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { killDrill } from '../../../dev/drill/kill.js';
import { startPostgres } from '../../../dev/drill/postgres.js';

/** The short form of `npm run drill -- --full`, whose figures stand in docs/reliability.md. */
const short = { seed: 118, kills: 5, proposals: 5, say: () => undefined };

test('killed in the middle, one process on SQLite keeps what it acknowledged, once, and of the rest nothing half', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-drill-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));

  const report = await killDrill({ ...short, databaseUrl: `sqlite:${join(folder, 'drill.sqlite')}`, processes: 1 });

  expect(report.faults).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(20);
}, 240_000);

test('so do three processes on one PostgreSQL', async () => {
  const { url, stop } = await startPostgres({ careless: true });
  onTestFinished(stop);

  const report = await killDrill({ ...short, databaseUrl: url, processes: 3 });

  expect(report.faults).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(20);
}, 240_000);
