import { expect, test } from 'vitest';
import { bookOf } from '../../../src/language/tables/book.js';
import { readRoster } from '../../../src/language/tables/roster.js';

const head = ['楼号', '单元', '房号', '面积', '业主'];

/** Where the households of such rows are, and what was not taken. */
function homes(rows: readonly (readonly [string, string, string])[], { sheet = '', columns = head } = {}): string[] {
  const table = [columns, ...rows.map(cells => [...cells, '90', '王小明'])];
  const book = bookOf(table);
  const { rows: read, refused } = readRoster({ ...book, sheets: book.sheets.map(one => ({ ...one, name: sheet })) });
  return [
    ...read.map(({ building, unit, room }) => [building, unit, room].join('/')),
    ...refused.map(({ row, reason }) => `${row}：${reason}`),
  ];
}

test.each([
  ['1-101', '1-102', '3//1-102'],
  ['A-11', 'A-12', '3//A-12'],
  ['3-1-101', '3-1-102', '3/1/102'],
  ['东-1', '西-2', '3//西-2'],
  ['101-1', '101-2', '3//101-2'],
])('below building 3 and its room %s a room %s with no building is in building 3', (above, room, home) => {
  const read = homes([
    ['3', '', '201'],
    ['3', '', above],
    ['', '', room],
  ]);

  expect(read[2]).toBe(home);
  expect(read.every(one => one.startsWith('3/'))).toBe(true);
});

test.each([
  ['3-1-101', '3/1/101'],
  ['3号楼1单元101', '3/1/101'],
  ['3栋101室', '3//101'],
  ['1-101', '3//1-101'],
  ['商铺3', '3//商铺3'],
  ['5-1-101', '3//5-1-101'],
])('a room %s beside building 3 is %s', (room, home) => {
  expect(homes([['3', '', room]])).toEqual([home]);
});

test.each(['3-2-101', '3号楼2单元101'])('a room %s beside entrance 1 of its building is refused', room => {
  expect(homes([['3', '1', room]])).toEqual([expect.stringMatching(/^2：单元写的是“1”，房号写的是“.+”，请核对$/u)]);
  expect(homes([['3', '2', room]])).toEqual(['3/2/101']);
});

test.each(['5-1-101', '5号楼1单元101', '５栋101'])(
  'a room %s of another building below building 3 is refused, for nobody knows which is meant',
  room => {
    const read = homes([
      ['3', '', '101'],
      ['', '', room],
    ]);

    expect(read).toEqual(['3//101', expect.stringMatching(/^3：楼号空着，房号写的是“.+”，请写上楼号$/u)]);
  },
);

test('where no building stands a room that is a whole address is read as one', () => {
  expect(
    homes([
      ['', '', '3-1-101'],
      ['', '', '4号楼202'],
    ]),
  ).toEqual(['3/1/101', '4//202']);
});

test.each([
  ['1-102', '3//1-102'],
  ['3-1-102', '3/1/102'],
  ['3号楼102', '3//102'],
])('in a sheet called 3号楼 the room %s is in building 3', (room, home) => {
  expect(homes([['', '', room]], { sheet: '3号楼', columns: ['', '', '房号', '面积', '业主'] })).toEqual([home]);
});

test('a building whose first room is a whole address stands above the next room', () => {
  expect(
    homes([
      ['2', '1', '101'],
      ['3', '', '3-1-101'],
      ['', '', '商铺1'],
    ]),
  ).toEqual(['2/1/101', '3/1/101', '3//商铺1']);
});
