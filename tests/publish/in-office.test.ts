import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runGrid } from '../../src/process/commands/grid.js';
import { monthlySheet, statementXlsx } from '../../src/publish/funds/funds-statement.js';
import { workbookOf } from '../../src/publish/workbook.js';
import { sample } from '../../src/trial/sample-grid.js';
import { aDesk, atDesk } from '../support/desk.js';
import { homeOf, mattersOfAllKinds } from '../support/desk-story.js';
import type { Neighbourhood } from '../support/neighbourhood.js';
import { hasOffice, inOffice } from '../support/office.js';

/** The work lists of every office, as the desk hands them out. */
async function workLists(grid: Neighbourhood): Promise<Record<string, Buffer>> {
  const base = await aDesk(grid);
  const books: Record<string, Buffer> = {};
  for (const [name, role] of [
    ['cashier', 'cashier'],
    ['bookkeeper', 'bookkeeper'],
    ['secretary', 'grid_secretary'],
    ['building', 'building_leader'],
    ['supervisor', 'supervisor'],
  ] as const) {
    const { cookie } = await atDesk(base, grid.role(role));
    const answer = await fetch(`${base}/desk/lists/${name}.xlsx`, { headers: { cookie } });
    expect(answer.status, name).toBe(200);
    books[name] = Buffer.from(await answer.arrayBuffer());
  }
  return books;
}

async function roster(grid: Neighbourhood): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-roster-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'roster.xlsx');
  const print = (): void => undefined;
  expect(await runGrid(grid.store, ['roster', sample.code, '--out', path], { now: grid.now, print })).toBe(0);
  return readFileSync(path);
}

async function accounts(grid: Neighbourhood): Promise<Buffer> {
  const sheet = await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(5);
    return project && monthlySheet(unit, project, '2026-03');
  });
  if (!sheet) throw new Error('no accounts');
  return statementXlsx(sheet);
}

const awkward = ['=1+1', '+cmd', '@SUM(1)', 'constructor', '“引号”,逗号', '第一行\n第二行', '😀 王小明'];

test.skipIf(!hasOffice)('every workbook that leaves opens in LibreOffice and shows what was written', async () => {
  const grid = await mattersOfAllKinds();
  const plain = await workbookOf([
    { name: '表', rows: [['字', '数'], ...awkward.map(text => [text, { fen: 123_456 }])], widths: [20, 10], head: 1 },
  ]);

  const shown = await inOffice({
    plain,
    roster: await roster(grid),
    accounts: await accounts(grid),
    ...(await workLists(grid)),
  });

  for (const text of awkward) expect(shown['plain']).toContain(text.replaceAll('"', '""'));
  expect(shown['plain']?.match(/1234\.56/gu)).toHaveLength(awkward.length);
  expect(shown['roster']).toMatch(/楼号,单元,房号,面积,业主/u);
  expect(shown['roster']?.trim().split('\n')).toHaveLength(119);
  expect(shown['accounts']).toContain('本月合计,0,0,0');
  expect(shown['cashier']).toContain(homeOf(22));
  for (const [name, text] of Object.entries(shown)) {
    expect(text.trim().split('\n').length, name).toBeGreaterThan(1);
    expect(text, name).not.toMatch(/#(?:NAME|REF|VALUE|N\/A)|Err:/u);
  }
});
