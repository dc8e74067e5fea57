import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { runGrid } from '../../../src/process/commands/grid.js';
import { verify } from '../../../src/process/commands/verify.js';
import { sample } from '../../../src/trial/sample-grid.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, paid, received, theProject } from '../../support/works.js';
import { aStore } from '../../support/store.js';

const now = new Date('2026-03-02T10:00:00+08:00');

type Cells = (string | number)[][];

async function aWorkbook(sheets: Record<string, Cells>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-county-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'county.xlsx');
  const parts = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map(row => row.map(value => ({ value, type: typeof value === 'number' ? Number : String }))),
  }));
  await writeExcelFile(parts).toFile(path);
  return path;
}

const gridHeader = ['网格代码', '网格名称', '社区', '街道', '群机器人', '群'];
const homeHeader = ['网格代码', '楼号', '单元', '房号', '面积', '业主', '账号', '电话'];
const roleHeader = ['网格代码', '账号', '角色', '楼号'];

async function anOperator() {
  const store = await aStore();
  onTestFinished(() => store.dataSource.destroy());
  const types = async (...argv: string[]): Promise<{ status: number; said: string }> => {
    const lines: string[] = [];
    const status = await runGrid(store, argv, { now, print: line => lines.push(line) });
    return { status, said: lines.join('\n') };
  };
  return { store, types };
}

test('a county of 142 grids comes from one workbook, twice the same changes nothing, and what is missing is listed', async () => {
  const { store, types } = await anOperator();
  const codes = Array.from({ length: 142 }, (_, index) => `g${String(index + 1).padStart(3, '0')}`);
  const book = await aWorkbook({
    网格: [
      gridHeader,
      ...codes.map((code, index) => [
        code,
        `${code}网格`,
        `社区${index % 30}`,
        `街道${index % 5}`,
        'a-key',
        `wr${code}`,
      ]),
    ],
    住户: [homeHeader, ...codes.slice(1).map(code => [code, 1, 1, '101', '89.5', '王五', `${code}.wang`, ''])],
    角色: [
      roleHeader,
      ...codes
        .slice(2)
        .flatMap(code =>
          ['网格书记', 'community_secretary', '会计', '出纳', '楼长'].map(role => [
            code,
            `${code}.${role}`,
            role,
            role === '楼长' ? '1号楼' : '',
          ]),
        ),
    ],
  });

  const first = await types('county', book);
  const second = await types('county', book);

  expect(first.status).toBe(0);
  expect(first.said).toContain('grids: added 142, changed 0, of 142 in the workbook');
  expect(first.said).toContain('households: added 141, changed 0, unchanged 0');
  expect(first.said).toContain('roles: given 700');
  expect(second.said).toContain('grids: added 0, changed 0, of 142 in the workbook');
  expect(second.said).toContain('households: added 0, changed 0, unchanged 141');
  expect(second.said).toContain('roles: given 0');
  expect(first.said).toContain('missing: no roster: 1 — g001');
  expect(first.said).toContain('missing: no grid secretary: 2 — g001 g002');
  expect(first.said).toMatch(/missing: no project in hand: 142 — g001/);
  expect(first.said).not.toContain('a-key');
  expect((await types('show', 'g003')).said).toContain('g003  g003网格  社区2  街道2');
  expect(await verify(store, () => undefined)).toBe(true);
});

test('rows of a workbook that cannot be taken are named with their sheet and number, the good ones are taken', async () => {
  const { types } = await anOperator();
  const book = await aWorkbook({
    网格: [gridHeader, ['elm', '榆树网格', '少海社区'], ['榆树', '榆树', '少海社区'], ['elm', '又一个', '少海社区']],
    住户: [
      homeHeader,
      ['elm', 5, 2, '301', '89.5', '周桂兰'],
      ['oak', 1, 1, '101', '80', '李芳'],
      ['elm', '?', 2, '302', '80', '李芳'],
    ],
    角色: [roleHeader, ['elm', 'zhou', '村长'], ['elm', '', '楼长'], ['elm', 'zhou', '楼长', '5']],
  });

  const { status, said } = await types('county', book);

  expect(status).toBe(0);
  expect(said).toContain('网格 row 3: 网格代码“榆树”要写成1到40位小写字母、数字或“-”');
  expect(said).toContain('网格 row 4: 网格代码“elm”写了两次');
  expect(said).toContain('住户 row 3: 网格代码“oak”不在网格表里');
  expect(said).toContain('住户 row 4: 楼号“?”要写成20个字以内的数字、字母或汉字');
  expect(said).toContain('角色 row 2: 没有“村长”这个角色');
  expect(said).toContain('households: added 1');
  expect(said).toContain('roles: given 1');
});

test('a workbook without the sheet of grids, and a file that is none, change nothing and say what to do', async () => {
  const { types } = await anOperator();

  expect(await types('county', await aWorkbook({ 住户: [homeHeader] }))).toEqual({
    status: 1,
    said: 'The workbook lacks the sheet 网格 (grids); add it and try again.',
  });
  expect((await types('county', '/nowhere.xlsx')).status).toBe(1);
});

/** The sample grid with a finished, paid project, and the operator's commands on it. */
async function aGridWithHistory() {
  const grid = await aNeighbourhood();
  const project = await aProject(grid, { state: 'closed', budgetFen: 20_000 });
  await received(grid, project, { fen: 20_000, householdId: 61 });
  // A project that is closed has nothing left: `verify` holds that rule too.
  await paid(grid, project, { fen: 20_000, why: '路灯款' });
  const types = async (...argv: string[]): Promise<{ status: number; said: string }> => {
    const lines: string[] = [];
    const status = await runGrid(grid.store, argv, { now: grid.now, print: line => lines.push(line) });
    return { status, said: lines.join('\n') };
  };
  return { grid, project, types };
}

const oneGrid = (said: string): string => said.split('\n')[1] ?? '';

test('a grid is split: buildings go to a new one, what was decided and paid stays, and both chains name each other', async () => {
  const { grid, types } = await aGridWithHistory();

  const { status, said } = await types(
    'split',
    sample.code,
    'yinshua-b',
    '--name',
    '印刷厂北网格',
    '--buildings',
    '3,4',
  );

  expect(said).toContain('58 households, 58 members and 2 roles are now in yinshua-b.');
  expect(status).toBe(0);
  expect(oneGrid((await types('show', sample.code)).said)).toContain('households 60,');
  expect(oneGrid((await types('show', 'yinshua-b')).said)).toContain('households 58, members 58, bound 58');
  expect((await types('show', 'yinshua-b')).said).toContain('building_leader  r061  building 3');
  const entries = await grid.inUnit(unit => unit.ledger.entries(1));
  expect(entries.map(({ kind, householdId }) => [kind, householdId])).toEqual([
    ['receipt', 61],
    ['spend', null],
  ]);
  const [here, there] = await grid.store.inUnit(async open => {
    const units = await Promise.all((await open.grids.all()).map(one => open.within(one)));
    return Promise.all(
      units.map(unit => unit.journal.ofDeed(unit.grid.code === sample.code ? 'grid.split' : 'grid.join', new Date(0))),
    );
  });
  expect(here?.[0]?.facts).toMatchObject({ to: 'yinshua-b', households: 58 });
  expect(there?.[0]?.facts).toMatchObject({ from: sample.code, households: 58 });
  expect(here?.[0]?.facts['homes']).toEqual(there?.[0]?.facts['homes']);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('who moved is at home in the new grid, in private too, and a guest in the old one', async () => {
  const { grid, types } = await aGridWithHistory();
  await types('split', sample.code, 'yinshua-b', '--name', '印刷厂北网格', '--buildings', '3,4');

  const wang = grid.resident('r070');

  expect(await wang.says('想把楼道灯修一修')).toMatch(/请先绑定|还没有绑定住户/u);
  expect(await wang.says('想把楼道灯修一修', { chat: 'single' })).toContain('1号提案');
  const other = await grid.store.inUnit(async open => {
    const north = await open.grids.byCode('yinshua-b');
    return north && (await open.within(north)).projects.all();
  });
  expect(other).toHaveLength(1);
});

test('a grid cannot be split or merged while votes or money of those households are bound', async () => {
  const { grid, types } = await aGridWithHistory();
  await aProject(grid, { state: 'pledging', scope: [{ building: '3' }] });

  expect((await types('split', sample.code, 'north', '--name', '北', '--buildings', '3')).said).toContain('no. 2');
  expect((await types('split', sample.code, 'north', '--name', '北', '--buildings', '4')).status).toBe(0);
  expect((await types('merge', sample.code, 'north')).said).toContain('no. 2');
  expect((await types('split', sample.code, 'x', '--name', '北', '--buildings', '9')).said).toContain('no building 9');
  expect((await types('split', sample.code, 'x', '--name', '北', '--buildings', '1,2,3')).said).toContain(
    'All buildings',
  );
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('a grid is merged and closed: its people and its group go over, its board can still be read, and it may come back', async () => {
  const { grid, types } = await aGridWithHistory();
  await types('create', 'elm', '--name', '榆树网格', '--community', '少海社区');
  const roster = await aWorkbook({
    网格: [gridHeader, ['elm', '榆树网格', '少海社区']],
    住户: [homeHeader, ['elm', 1, 1, '101', '80', '李芳']],
  });
  await types('county', roster);

  expect((await types('merge', sample.code, 'elm')).said).toBe(
    'Both grids have building 1; give new numbers with --renumber 1=2.',
  );
  expect((await types('merge', sample.code, 'elm', '--renumber', '1=11')).said).toContain('118 households');

  expect((await types('show', 'elm')).said).toContain('households 119, members 118, bound 118');
  expect((await types('show', sample.code)).said).toContain('closed');
  expect((await types('merge', sample.code, 'elm')).said).toContain('closed already');
  // The group that belonged to the closed grid is now served by the other one.
  expect(await grid.resident(0).says('项目列表')).toContain('还没有');
  expect((await theProject(grid, 1)).state).toBe('closed');
  expect((await types('split', 'elm', 'again', '--name', '又一网格', '--buildings', '2,3')).status).toBe(0);
  expect((await types('merge', 'again', 'elm')).status).toBe(0);
  expect((await types('show', 'elm')).said).toContain('households 119, members 118, bound 118');
  expect(await verify(grid.store, () => undefined)).toBe(true);
});
