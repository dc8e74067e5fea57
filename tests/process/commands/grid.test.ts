import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, onTestFinished, test } from 'vitest';
import { runGrid } from '../../../src/process/commands/grid.js';
import { verify } from '../../../src/process/commands/verify.js';
import { aStore } from '../../support/store.js';

const now = new Date('2026-03-02T10:00:00+08:00');
const header = '楼号,单元,房号,面积,业主,企业微信账号,电话';

async function anOperator() {
  const store = await aStore();
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-grid-'));
  onTestFinished(async () => {
    await store.dataSource.destroy();
    rmSync(folder, { recursive: true, force: true });
  });
  const types = async (...argv: string[]): Promise<{ status: number; said: string }> => {
    const lines: string[] = [];
    const status = await runGrid(store, argv, { now, print: line => lines.push(line) });
    return { status, said: lines.join('\n') };
  };
  const file = (content: string | Buffer, name = 'roster.csv'): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const grid = async (): Promise<void> =>
    void (await types('create', 'elm', '--name', '榆树网格', '--community', '少海社区'));
  return { store, types, file, grid };
}

test('a grid is made, filled, given roles, bound and shown; the record proves itself', async () => {
  const { store, types, file, grid } = await anOperator();
  await grid();

  const roster = file(
    `${header}\n5号楼,2单元,301,89.5,周桂兰;王建国,zhou.guilan,13800001111\n5,2,302,120.30㎡,李芳,,\n`,
  );
  expect(await types('roster', 'elm', roster)).toEqual({
    status: 0,
    said: 'added 2, changed 0, unchanged 0, refused 0',
  });
  expect(await types('roster', 'elm', roster)).toEqual({
    status: 0,
    said: 'added 0, changed 0, unchanged 2, refused 0',
  });
  expect((await types('role', 'elm', 'zhou.guilan', 'building_leader', '--building', '5')).status).toBe(0);
  expect((await types('bind', 'elm', 'wrElm')).status).toBe(0);
  expect((await types('webhook', 'elm', 'a-secret-key')).status).toBe(0);
  expect((await types('code', 'elm')).said).toMatch(/^\d{6}\n/);

  const { said } = await types('show', 'elm');
  expect(said).toContain('households 2, members 1, bound 1');
  expect(said).toContain('building_leader  zhou.guilan  building 5');
  expect(said).toContain('group wrElm, webhook set');
  expect(said).not.toContain('a-secret-key');
  expect(await verify(store, () => undefined)).toBe(true);
});

test('a role that is taken back is held no more, stays in the record, and may be given again', async () => {
  const { store, types, grid } = await anOperator();
  await grid();
  await types('role', 'elm', 'zhou.wei', 'grid_secretary');

  expect((await types('role', 'elm', 'zhou.wei', 'building_leader', '--building', '5', '--end')).said).toContain(
    'nothing is changed',
  );
  expect((await types('role', 'elm', 'zhou.wei', 'grid_secretary', '--end')).said).toBe(
    'zhou.wei is grid_secretary no more.',
  );
  expect((await types('show', 'elm')).said).not.toContain('zhou.wei');
  expect((await types('role', 'elm', 'zhou.wei', 'grid_secretary')).said).toBe('zhou.wei is now grid_secretary.');
  expect((await types('show', 'elm')).said).toContain('grid_secretary  zhou.wei');
  expect(await verify(store, () => undefined)).toBe(true);
});

test('a roster in GB18030 or with a byte order mark reads the same', async () => {
  const { types, file, grid } = await anOperator();
  await grid();
  const text = `${header}\n5,2,301,89.50,周桂兰,,\n`;

  expect((await types('roster', 'elm', file(iconv.encode(text, 'gb18030')))).said).toContain('added 1');
  expect((await types('roster', 'elm', file(`\ufeff${text}`))).said).toContain('unchanged 1');
});

test('rows that cannot be kept are named with their reason, and the good ones are taken', async () => {
  const { types, file, grid } = await anOperator();
  await grid();
  const rows = [
    '5,2,301,89.5,周桂兰',
    '5,2,301,89.5,周桂兰',
    '5,2,302,0,李芳',
    '5,2,303,89.555,李芳',
    '?,2,304,80,李芳',
    '5,2,305,80,',
    '5,2,306,80,李芳',
  ];

  const { status, said } = await types('roster', 'elm', file(`楼号,单元,房号,面积,业主\n${rows.join('\n')}\n`));

  expect(status).toBe(0);
  expect(said.split('\n')).toEqual([
    'added 2, changed 0, unchanged 0, refused 5',
    'row 3: 5-2-301 与第2行重复',
    'row 4: 面积“0”要大于0，不超过100000平方米',
    'row 5: 面积“89.555”要写成平方米，最多两位小数，小数点写“.”',
    'row 6: 楼号“?”要写成20个字以内的数字、字母或汉字',
    'row 7: 没有写业主姓名',
  ]);
});

test.each([
  ['a missing column', '楼号,单元,房号\n5,2,301\n', 'lacks the column area 面积, owners 业主'],
  ['an empty file', '', 'is empty'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'neither CSV nor XLSX'],
  ['a broken workbook', Buffer.from('PK\u0003\u0004nonsense'), 'no XLSX that can be read'],
])('%s is refused in one sentence, and nothing is changed', async (_, content, sentence) => {
  const { types, file, grid } = await anOperator();
  await grid();

  const { status, said } = await types('roster', 'elm', file(content));

  expect(status).toBe(1);
  expect(said).toContain(sentence);
  expect((await types('show', 'elm')).said).toContain('households 0');
});

test('fifty thousand rows are one import', async () => {
  const { store, types, file, grid } = await anOperator();
  await grid();
  const rows = Array.from(
    { length: 50_000 },
    (_, index) =>
      `${1 + Math.floor(index / 500)},${1 + (Math.floor(index / 100) % 5)},${100 + (index % 100)},89.5,业主${index}`,
  );

  const { said } = await types('roster', 'elm', file(`building,unit,room,area,owners\n${rows.join('\n')}\n`));

  expect(said).toBe('added 50000, changed 0, unchanged 0, refused 0');
  expect(await verify(store, () => undefined)).toBe(true);
});

test.each([
  [['create', 'Elm', '--name', 'a', '--community', 'b'], 'lower-case letters'],
  [['create', 'elm'], 'needs both names'],
  [['roster', 'nowhere', 'x.csv'], 'There is no grid "nowhere"'],
  [['role', 'nowhere', 'a', 'king'], 'There is no role "king"'],
  [['dance'], 'There is no command "dance"'],
  [['show', 'elm', '--loud'], '--loud'],
])('%j says what to do instead', async (argv, sentence) => {
  const { types } = await anOperator();

  const { status, said } = await types(...argv);

  expect(status).toBe(1);
  expect(said).toContain(sentence);
  expect(said).not.toContain('    at ');
});
