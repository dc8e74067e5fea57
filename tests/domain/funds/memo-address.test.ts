import { expect, test } from 'vitest';
import { finder } from '../../../src/domain/funds/memo-address.js';

const homes = [
  ['3', '1', '101'],
  ['13', '1', '101'],
  ['1', '1', '101'],
  ['1', '1', '商铺3'],
  ['A', '1', '102'],
  ['甲1', '1', '103'],
  ['1', '1', '103'],
  ['1-2', '1', '104'],
  ['5', '', '301'],
  ['1', '1', '0105'],
].map(([building = '', unit = '', room = '']) => ({ building, unit, room }));

const find = finder(homes);

test.each([
  ['1-1-101 路灯款', '1-1-101'],
  ['路灯款1-1-101', '1-1-101'],
  ['1号楼1单元101室', '1-1-101'],
  ['1号楼 1单元 101', '1-1-101'],
  ['１－１－１０１', '1-1-101'],
  ['1栋1单元101户路灯', '1-1-101'],
  ['一单元', ''],
  ['1号楼一单元101', '1-1-101'],
  ['A座1单元102', 'A-1-102'],
  ['a-1-102', 'A-1-102'],
  ['甲1号楼1单元103', '甲1-1-103'],
  ['甲1-1-103', '甲1-1-103'],
  ['1-1-商铺3', '1-1-商铺3'],
  ['1-1-商铺31', ''],
  ['1-2-1-104', '1-2-1-104'],
  ['5号楼301', '5-301'],
  ['5-301', '5-301'],
  ['1-1-1011', ''],
  ['21-1-101', ''],
  ['1-1-101-2', ''],
  ['2026-1-1-101', ''],
  ['乙1-1-103', ''],
  ['1 1 101', ''],
  ['1-1-101和1-1-103', '1-1-101、1-1-103'],
])('the memo “%s” names %s', (memo, expected) => {
  const told = find(memo).homes.map(({ building, unit, room }) => [building, unit, room].filter(Boolean).join('-'));

  expect(told.join('、')).toBe(expected);
});

test('digits do not join over a space; where joined they would be another home, a person looks', () => {
  const found = find('路灯款1 3-1-101');

  expect(found.homes).toEqual([homes[0]]);
  expect(found.doubt).toContain('空了一格');
});

test('an address that nobody has is told apart from none', () => {
  expect(find('9-9-901').isUnread).toBe(true);
  expect(find('路灯款，谢谢').isUnread).toBe(false);
});
