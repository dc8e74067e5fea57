import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { ormconfig } from '../../../ormconfig.js';
import { Callback } from '../../../src/store/engine/callback.js';
import { openStore } from '../../../src/store/engine/open.js';
import type { Store } from '../../../src/store/engine/store.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aStore } from '../../support/store.js';

const at = new Date('2026-03-02T10:00:00+08:00');

function kept(store: Store): Promise<string[]> {
  return store.inUnit(async open =>
    (await open.manager.find(Callback, { order: { messageId: 'ASC' } })).map(({ messageId }) => messageId),
  );
}

test('of units that share a commit, the one that fails is undone alone', async () => {
  const store = await aStore();
  onTestFinished(() => store.dataSource.destroy());

  const outcomes = await Promise.allSettled(
    ['a', 'b', 'c'].map(id =>
      store.inUnit(async open => {
        await open.keepAnswer(id, {}, at);
        if (id === 'b') throw new Error('the neighbour thought better of it');
      }),
    ),
  );

  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await kept(store)).toEqual(['a', 'c']);
});

test('the same message delivered three times at once has one effect', async () => {
  const store = await aStore();
  onTestFinished(() => store.dataSource.destroy());

  const answers = await Promise.all(
    [1, 2, 3].map(answer =>
      store.inUnit(async open => {
        const given = await open.answered('m1');
        if (given) return given;
        await open.keepAnswer('m1', { answer }, at);
        return { answer };
      }),
    ),
  );

  expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
  expect(await kept(store)).toEqual(['m1']);
});

/** A record in a file, and a second connection to it: what that one sees is what has been committed. */
async function inAFile() {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-unit-'));
  const file = join(folder, 'record.sqlite');
  const store = await openStore(ormconfig(`sqlite:${file}`));
  const other = new BetterSqlite3(file);
  onTestFinished(async () => {
    other.close();
    await store.dataSource.destroy();
    rmSync(folder, { recursive: true });
  });
  const seen = (): number => other.prepare('SELECT count(*) FROM callback').pluck().get() as number;
  return { store, other, seen };
}

test('whoever gets an answer can be sure that it is on disk, and units that wait share one commit', async () => {
  const { store, seen } = await inAFile();
  const seenWhenTold: number[] = [];

  await Promise.all(
    ['a', 'b', 'c'].map(async id => {
      await store.inUnit(open => open.keepAnswer(id, {}, at));
      seenWhenTold.push(seen());
    }),
  );

  // All three were committed before the first was told.
  expect(seenWhenTold).toEqual([3, 3, 3]);
  expect(store.dataSource.driver).toBeDefined();
  expect(await store.dataSource.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
  expect(await store.dataSource.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
});

test('when the disk is full nothing is acknowledged, nothing half done, and later work goes on', async () => {
  const { store } = await inAFile();
  await store.inUnit(open => open.keepAnswer('before', {}, at));
  const pages = (await store.dataSource.query<{ page_count: number }[]>('PRAGMA page_count'))[0]?.page_count ?? 0;
  await store.dataSource.query(`PRAGMA max_page_count = ${pages}`);

  const outcomes = await Promise.allSettled(
    ['small', 'large'].map(id =>
      store.inUnit(open => open.keepAnswer(id, { text: id === 'large' ? 'x'.repeat(1_000_000) : '' }, at)),
    ),
  );
  await store.dataSource.query('PRAGMA max_page_count = 1073741823');
  await store.inUnit(open => open.keepAnswer('later', {}, at));

  const acknowledged = ['small', 'large'].filter((_, index) => outcomes[index]?.status === 'fulfilled');
  expect(outcomes[1]?.status).toBe('rejected');
  expect(await kept(store)).toEqual(['before', 'later', ...acknowledged].toSorted());
});

test('of a part that was undone, nothing is left to be done later', async () => {
  const grid = await aNeighbourhood();
  const nothing = async (): Promise<void> => undefined;

  const row = await grid.inUnit(async unit => unit.grid);

  const later = await grid.store.inUnit(async open => {
    const unit = await open.within(row);
    unit.later.push(nothing);
    const undone = open.attempt(async () => {
      unit.later.push(nothing, nothing);
      throw new Error('refused');
    });
    await undone.catch(() => undefined);
    return open.later.map(({ grid: { code } }) => code);
  });

  expect(later).toHaveLength(1);
});
