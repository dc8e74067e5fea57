import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ormconfig } from '../../../ormconfig.js';
import { openReplica, openStore } from '../../../src/store/engine/open.js';
import { Grid } from '../../../src/store/people/grid.js';
import { seedTrial } from '../../../src/trial/seed.js';

const now = new Date('2026-03-02T10:00:00+08:00');

async function aRecord() {
  const folder = mkdtempSync(join(tmpdir(), 'reader-'));
  const url = `sqlite:${join(folder, 'record.sqlite')}`;
  const store = await openStore(ormconfig(url));
  await seedTrial(store, now);
  const reader = await openReplica(ormconfig(url, { readOnly: true }));
  onTestFinished(async () => {
    await reader.dataSource.destroy();
    await store.dataSource.destroy();
    rmSync(folder, { recursive: true });
  });
  const nameOf = (from: typeof store) => from.inUnit(async open => (await open.grids.all())[0]?.name);
  const rename = (from: typeof store, name: string) =>
    from.inUnit(async open => void (await open.manager.update(Grid, { id: 1 }, { name })));
  return { store, reader, nameOf, rename };
}

test('a page is read while a unit of work writes, and sees what was kept before it', async () => {
  const { store, reader, nameOf } = await aRecord();
  const before = await nameOf(store);

  const seen = await store.inUnit(async open => {
    await open.manager.update(Grid, { id: 1 }, { name: '改了名的网格' });
    return nameOf(reader);
  });

  expect(seen).toBe(before);
  expect(await nameOf(reader)).toBe('改了名的网格');
});

test('a reader sees at once what was kept, and can write nothing', async () => {
  const { store, reader, nameOf, rename } = await aRecord();

  for (const name of ['一', '二', '三']) {
    await rename(store, name);
    expect(await nameOf(reader)).toBe(name);
  }

  await expect(rename(reader, '四')).rejects.toThrow(/readonly/u);
  expect(await nameOf(store)).toBe('三');
});
