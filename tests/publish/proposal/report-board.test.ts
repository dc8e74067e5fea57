import { expect, test } from 'vitest';
import { countyPage } from '../../../src/publish/county/county-pages.js';
import { figuresOf } from '../../../src/publish/county/county-figures.js';
import { usualLook } from '../../../src/publish/look.js';
import { reportsBoard } from '../../../src/publish/proposal/report-board.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

test('the board lists what waits, the oldest first, without anybody’s words or name; the county sees kinds and days', async () => {
  const grid = await aNeighbourhood();
  const [one, other] = [grid.resident(61), grid.resident(62)];
  await one.says(`报事：3号楼2单元301${one.name}家门口的楼道灯坏了`);
  grid.now = new Date('2026-03-04T10:00:00+08:00');
  await other.says('报事：北门垃圾桶满了', { chat: 'single' });
  grid.now = new Date('2026-03-10T10:00:00+08:00');

  const page = await grid.inUnit(async unit => reportsBoard(unit, { now: grid.now }));
  expect(page).toContain('在办的2件');
  expect(page).toMatch(
    /报事1 3号楼2单元 楼道和小区照明：等答复，应在3月5日（周四）前答复，已超期5天，报了8天[^]*报事2 小区公共部位/u,
  );
  for (const secret of [one.name, other.name, '301', '家门口', '垃圾桶']) expect(page).not.toContain(secret);

  const { figures, key } = await grid.inUnit(async unit => figuresOf(unit, grid.now));
  expect(figures.reports).toEqual({
    lights: { open: 1, overdue: 1, longestDays: 8 },
    sanitation: { open: 1, overdue: 1, longestDays: 6 },
  });
  const line = await grid.inUnit(async unit => ({ grid: unit.grid, figures, key }));
  const county = countyPage({ level: 'county', lines: [line], now: grid.now, look: usualLook });
  expect(county.replaceAll(/\s+/gu, '')).toContain(
    '<td>楼道和小区照明</td><tdclass="number">1件</td><tdclass="number">1件</td><tdclass="number">8天</td>',
  );

  await grid.role('property_company').says('报事1办好了：换了灯泡');
  expect(await grid.inUnit(async unit => reportsBoard(unit, { now: grid.now }))).toContain('今年办结1件');
});
