import { expect, test } from 'vitest';
import { MoreThanOrEqual } from 'typeorm';
import { verify } from '../../src/process/commands/verify.js';
import { chainHead, journalHead } from '../../src/publish/journal-head.js';
import { createGrid } from '../../src/operations/people/set-up-grid.js';
import { DayHead } from '../../src/store/engine/day-head.js';
import { JournalLine } from '../../src/store/engine/journal-line.js';
import { Grid } from '../../src/store/people/grid.js';
import { aNeighbourhood } from '../support/neighbourhood.js';

/** Two grids, a proposal, and three nights. */
async function threeNights() {
  const grid = await aNeighbourhood();
  await grid.store.inUnit(open =>
    createGrid(open, { code: 'second', name: '第二网格', community: '社区', now: grid.now }),
  );
  await grid.resident(20).says('提案：3号楼东头装路灯');
  await grid.until('2026-03-05T12:00:00+08:00');
  const said: string[] = [];
  const holds = async (head?: string): Promise<string> =>
    (await verify(grid.store, line => said.push(line), head)) ? 'holds' : (said.at(-1) ?? '');
  return { grid, manager: grid.store.dataSource.manager, holds };
}

test('the heads of all grids are kept once a day, and printed on each board', async () => {
  const { manager, holds } = await threeNights();
  const days = await manager.find(DayHead);

  expect(days.map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-04', '2026-03-05']);
  expect(days.at(-1)?.heads).toHaveLength(2);
  expect(await holds()).toBe('holds');
  expect(await holds(days[0]?.digest.slice(0, 16))).toBe('holds');
});

test('a grid that is missing with all its rows is found', async () => {
  const { manager, holds } = await threeNights();
  const second = await manager.findOneByOrFail(Grid, { code: 'second' });
  await manager.delete(JournalLine, { gridId: second.id });
  await manager.delete(Grid, { id: second.id });

  expect(await holds()).toMatch(/^FAILED {2}grid#2: line \d+ of its journal is missing.*总链：不相符$/u);
});

test('the heads of all grids stand on the board and below what the group is told', async () => {
  const { grid, manager } = await threeNights();
  const [last] = await manager.find(DayHead, { order: { id: 'DESC' }, take: 1 });
  const total = last?.digest.slice(0, 16) ?? '';

  const [board, post] = await grid.inUnit(async unit => [
    (await journalHead(unit, grid.now)).text,
    await chainHead(unit),
  ]);
  for (const words of [board, post]) expect(words).toContain(total);
});

test('a tail that was cut off is found by the heads of the day, and by what the group was told', async () => {
  const { grid, manager, holds } = await threeNights();
  await grid.resident(20).says('导出我的数据', { chat: 'single' });
  await grid.until('2026-03-06T12:00:00+08:00');
  const [line] = await manager.find(JournalLine, { where: { gridId: 1, deed: 'data.export' } });
  const told = await grid.inUnit(chainHead);
  expect(line && Object.keys(line.rows)).toEqual([]);
  await manager.delete(JournalLine, { gridId: 1, seq: MoreThanOrEqual(line?.seq ?? 0) });

  expect(await holds()).toMatch(/line \d+ of its journal is missing/u);
  await manager.deleteAll(DayHead);
  expect(await holds()).toBe('holds');
  const [, head = '', total = ''] = /链头 (\w{16}).*总校验码 (\w{16})/u.exec(told) ?? [];
  for (const noted of [head, total]) expect(await holds(noted)).toContain('the record was written anew');
});

test('a day that was taken out or changed is found, and so is a copy that was put back', async () => {
  const { grid, manager, holds } = await threeNights();
  const days = await manager.find(DayHead);
  await manager.update(DayHead, { id: days[1]?.id ?? 0 }, { at: grid.now });
  expect(await holds()).toContain('it was changed after it was written');
  await manager.delete(DayHead, { id: days[1]?.id ?? 0 });
  expect(await holds()).toContain('does not continue the heads of the day before');
  await manager.delete(DayHead, { id: days[2]?.id ?? 0 });
  expect(await holds()).toBe('holds');
  // What was noted down from a board tells that the last days are gone, as in a copy that was put back.
  expect(await holds(days[2]?.digest.slice(0, 16))).toContain('the record was written anew');
});
