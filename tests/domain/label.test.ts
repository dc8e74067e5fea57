import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildingLabel,
  buildingWords,
  byPlace,
  isThere,
  roomLabel,
  unitLabel,
  unitWords,
} from '../../src/domain/label.js';

test.each([
  ['3', '3', '3号楼'],
  ['3号楼', '3', '3号楼'],
  ['03', '3', '3号楼'],
  ['３栋', '3', '3号楼'],
  ['十一号楼', '11', '11号楼'],
  ['第3幢', '3', '3号楼'],
  ['A', 'A', 'A座'],
  ['b座', 'B', 'B座'],
  ['甲1', '甲1', '甲1号楼'],
  ['1-2', '1-2', '1-2号楼'],
  ['裙楼', '裙楼', '裙楼'],
  ['商业街', '商业街', '商业街'],
  ['3#', '3', '3号楼'],
])('the building %s is kept as %s and said as %s', (said, label, words) => {
  expect(buildingLabel(said)).toBe(label);
  expect(buildingWords(label)).toBe(words);
});

test.each([
  ['2单元', '2', '2单元'],
  ['二单元', '2', '2单元'],
  ['', '', ''],
  ['0', '', ''],
  ['东单元', '东单元', '东单元'],
  ['A', 'A', 'A单元'],
])('the entrance %s is kept as %s and said as %s', (said, label, words) => {
  expect(unitLabel(said)).toBe(label);
  expect(unitWords(label)).toBe(words);
});

test.each([
  ['301室', '301'],
  ['301.0', '301'],
  ['0101', '0101'],
  ['商铺3', '商铺3'],
  ['地下车位12', '地下车位12'],
  ['1-2', '1-2'],
  ['2026-01-03', null],
  ['=1+1', null],
  ['', null],
  ['名字长得超过了二十个字的一个房间是不能留下来的', null],
])('the room %s is kept as %s', (said, label) => {
  expect(roomLabel(said)).toBe(label);
});

/** The order of a roster, by the name of the building alone. */
function byName(a: string, b: string): number {
  const building = (name: string) => ({ building: name, unit: '', room: '' });
  return byPlace(building(a), building(b));
}

test('names are sorted as people would', () => {
  const order = [
    '1',
    '1-2',
    '2',
    '10',
    '101',
    '102',
    '1001',
    'A',
    'A2',
    'A10',
    'B',
    '甲1',
    '甲2',
    '乙1',
    '商铺3',
    '商铺12',
  ];

  expect(order.toReversed().toSorted(byName)).toEqual(order);
});

test('whatever is kept stays what it is when it is read again, and the order is one', () => {
  const word = fc.stringMatching(/^[0-9A-Za-z甲乙号楼栋座单元东西商铺-]{1,8}$/u);
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      for (const read of [buildingLabel, unitLabel, roomLabel]) {
        const label = read(a);
        if (label !== null) expect(read(label)).toBe(label);
      }
      expect(Math.sign(byName(a, b))).toBe(0 - Math.sign(byName(b, a)));
      const [x = '', y = '', z = ''] = [a, b, c].toSorted(byName);
      expect(byName(x, y) <= 0 && byName(y, z) <= 0 && byName(x, z) <= 0).toBe(true);
    }),
  );
});

test.each([
  [{ building: 3, unit: 2, room: '301' }, true],
  [{ building: '3号楼', unit: '二单元', room: '301室' }, true],
  [{ building: 3, room: '301' }, true],
  [{ room: '301' }, true],
  [{}, true],
  [{ building: 2, unit: 2, room: '301' }, false],
  [{ building: 3, unit: 1, room: '301' }, false],
  [{ building: 3, unit: 2, room: '302' }, false],
  [{ building: 'A', room: '301' }, false],
])('what was said of an address (%j) is 3号楼2单元301: %s', (said, isSame) => {
  expect(isThere(said, { building: '3', unit: '2', room: '301' })).toBe(isSame);
});

test('a building with letters is the same one in small letters', () => {
  expect(isThere({ building: 'a', room: '101' }, { building: 'A', unit: '', room: '101' })).toBe(true);
});
