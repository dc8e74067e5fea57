import { expect, test } from 'vitest';
import { addressForm, findAddresses, readHousehold } from '../../../../src/language/values/people/household.js';

test.each([
  ['A座1单元102', { building: 'A', unit: 1, room: '102' }],
  ['b栋1201', { building: 'B', room: '1201' }],
  ['甲1号楼1单元103室', { building: '甲1', unit: 1, room: '103' }],
  ['1-2号楼1单元104', { building: '1-2', unit: 1, room: '104' }],
  ['A-1-102', { building: 'A', unit: 1, room: '102' }],
  ['1号楼1单元商铺3', { building: 1, unit: 1, room: '商铺3' }],
  ['1-1-地下车位12', { building: 1, unit: 1, room: '地下车位12' }],
  ['我是A座1单元102的王小明', { building: 'A', unit: 1, room: '102', name: '王小明' }],
  ['3号楼2单元301', { building: 3, unit: 2, room: '301' }],
  ['3-2-301', { building: 3, unit: 2, room: '301' }],
  ['十一号楼五零二', { building: 11, room: '502' }],
])('“%s” names one household', (said, household) => {
  expect(readHousehold(said)).toEqual(household);
});

test.each(['A座1单元102', '甲1号楼103', 'A-1-102', '1号楼1单元商铺3', '1-1-商铺3', '3号楼2单元301', '3-301'])(
  '“%s” stands in a sentence of fixed form',
  said => {
    expect(new RegExp(`^(?:${addressForm})$`, 'u').test(said)).toBe(true);
  },
);

test.each(['选A', 'AA制', 'WIFI-5', '甲方乙方', 'T-300型', '2026-11-20'])('“%s” names none', said => {
  expect(findAddresses(said)).toEqual([]);
});
