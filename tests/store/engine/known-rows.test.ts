import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { ormconfig } from '../../../ormconfig.js';
import { Callback } from '../../../src/store/engine/callback.js';
import { JournalLine } from '../../../src/store/engine/journal-line.js';
import { openStore } from '../../../src/store/engine/open.js';
import type { Store } from '../../../src/store/engine/store.js';
import type { OpenUnit } from '../../../src/store/engine/unit.js';

const at = new Date('2026-03-02T10:00:00+08:00');

/** What was read is kept in memory until it is written; these are the ways in which it could have become stale. */
async function twoStores(): Promise<[Store, Store]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-known-'));
  const url = `sqlite:${join(folder, 'bot.sqlite')}`;
  const stores = [await openStore(ormconfig(url)), await openStore(ormconfig(url))] as const;
  onTestFinished(async () => {
    for (const store of stores) await store.dataSource.destroy();
    rmSync(folder, { recursive: true });
  });
  return [...stores];
}

function kept(store: Store): Promise<string[]> {
  return store.inUnit(async open =>
    (await open.manager.find(Callback, { order: { messageId: 'ASC' } })).map(({ messageId }) => messageId),
  );
}

test('what another process wrote is seen by the next unit of work', async () => {
  const [bot, command] = await twoStores();
  expect(await kept(bot)).toEqual([]);

  await command.inUnit(open => open.keepAnswer('a', {}, at));

  expect(await kept(bot)).toEqual(['a']);
});

test('what was written past the units, over the same connection, is seen by the next one', async () => {
  const [bot] = await twoStores();
  await bot.inUnit(open => open.keepAnswer('a', {}, at));
  expect(await kept(bot)).toEqual(['a']);

  await bot.dataSource.query('DELETE FROM callback');

  expect(await kept(bot)).toEqual([]);
});

test('what a unit read of its own work is forgotten when that work is undone', async () => {
  const [bot] = await twoStores();
  await bot.inUnit(async open => {
    await open
      .attempt(async () => {
        await open.keepAnswer('a', {}, at);
        expect(await open.manager.existsBy(Callback, { messageId: 'a' })).toBe(true);
        throw new Error('refused');
      })
      .catch(() => undefined);
    expect(await open.manager.existsBy(Callback, { messageId: 'a' })).toBe(false);
  });

  expect(await kept(bot)).toEqual([]);
});

test('what was read grows by the rows that are added, whenever it is asked for again', async () => {
  const [bot] = await twoStores();
  const line = (seq: number) => ({
    gridId: 1,
    seq,
    by: 'r001',
    deed: 'a.deed',
    at,
    messageId: null,
    facts: { seq },
    rows: {},
    previous: '',
    digest: `${seq}`,
  });
  const where = { gridId: 1 };
  const all = (open: OpenUnit) => open.manager.find(JournalLine, { where, order: { id: 'ASC' } });
  const newest = (open: OpenUnit) => open.manager.findOne(JournalLine, { where, order: { seq: 'DESC' } });
  await bot.inUnit(async open => {
    await open.manager.insert(JournalLine, line(1));
    expect([(await all(open)).length, (await newest(open))?.seq]).toEqual([1, 1]);
    for (const seq of [3, 2]) await open.manager.insert(JournalLine, line(seq));

    expect((await all(open)).map(({ seq, facts, at: when }) => [seq, facts, when])).toEqual([
      [1, { seq: 1 }, at],
      [3, { seq: 3 }, at],
      [2, { seq: 2 }, at],
    ]);
    expect((await newest(open))?.digest).toBe('3');
    await open.manager.insert(JournalLine, line(4));
    expect([(await all(open)).length, (await newest(open))?.seq]).toEqual([4, 4]);
    // More than anybody asked for in between: it is read anew.
    for (let seq = 5; seq <= 600; seq += 1) await open.manager.insert(JournalLine, line(seq));
    expect((await all(open)).map(({ seq }) => seq).slice(-2)).toEqual([599, 600]);
  });
});

test('whatever is written, undone and read in whatever order, what is read is what stands', async () => {
  const deed = fc.record({
    by: fc.constantFrom(0, 1),
    id: fc.constantFrom('a', 'b', 'c'),
    fails: fc.boolean(),
    takesBack: fc.boolean(),
  });
  const stores = await twoStores();
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 12 }), async deeds => {
      await stores[0].inUnit(async open => {
        for (const id of ['a', 'b', 'c']) await open.manager.delete(Callback, { messageId: id });
      });
      const standing = new Set<string>();
      for (const { by, id, fails, takesBack } of deeds) {
        const store = stores[by] ?? stores[0];
        const outcome = store.inUnit(async open => {
          const isThere = await open.manager.existsBy(Callback, { messageId: id });
          expect(isThere).toBe(standing.has(id));
          if (takesBack) await open.manager.delete(Callback, { messageId: id });
          else if (!isThere) await open.keepAnswer(id, {}, at);
          expect(await open.manager.existsBy(Callback, { messageId: id })).toBe(!takesBack);
          if (fails) throw new Error('refused');
        });
        if (fails) {
          await expect(outcome).rejects.toThrow('refused');
          continue;
        }
        await outcome;
        if (takesBack) standing.delete(id);
        else standing.add(id);
      }
      expect(await kept(stores[0])).toEqual([...standing].toSorted());
    }),
    { numRuns: 60 },
  );
});
