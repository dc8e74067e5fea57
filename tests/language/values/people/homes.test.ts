import { expect, test } from 'vitest';
import { findHomes, homeWords, listedPresent, readPresence } from '../../../../src/language/values/people/homes.js';

test.each([
  ['3号楼2单元301、302', '3号楼2单元301 3号楼2单元302'],
  ['3号楼2单元301、302，1单元202', '3号楼2单元301 3号楼2单元302 3号楼1单元202'],
  ['3号楼2单元301和302两家', '3号楼2单元301 3号楼2单元302'],
  ['3-2-301、3-2-302', '3号楼2单元301 3号楼2单元302'],
  ['3号楼2单元301，5号楼102', '3号楼2单元301 5号楼102'],
  // A sum, a year and the number of a matter are no doors.
  ['3号楼2单元301 200元', '3号楼2单元301'],
  ['12号收到3号楼2单元301的200', '3号楼2单元301'],
  ['2026年3号楼2单元301', '3号楼2单元301'],
])('%s names %s', (text, expected) => {
  expect(findHomes(text).map(homeWords).join(' ')).toBe(expected);
});

const near = { building: 3, unit: 2 };

test.each([
  ['302没来，来的是1单元202的张大娘', '3号楼1单元202', '3号楼2单元302'],
  ['记错了，302没到，是303到的', '3号楼2单元303', '3号楼2单元302'],
  ['不是302，是401', '3号楼2单元401', '3号楼2单元302'],
  ['302请假了', '', '3号楼2单元302'],
  ['302、401都没来', '', '3号楼2单元302 3号楼2单元401'],
  ['漏了501，他也到了', '3号楼2单元501', ''],
  ['还有5号楼1单元101也来了', '5号楼1单元101', ''],
  ['301写错了，应该是202', '3号楼2单元202', '3号楼2单元301'],
])('“%s” tells that %s came, and %s did not', (text, came, gone) => {
  const found = readPresence(text, near);
  expect(found?.came.map(homeWords).join(' ')).toBe(came);
  expect(found?.gone.map(homeWords).join(' ')).toBe(gone);
});

test.each(['302来了吗', '302没来？', '要是302没来怎么办', '302家漏水', '谢谢302', '大家辛苦了', ''])(
  '“%s” tells of nobody',
  text => {
    expect(readPresence(text, near)).toBeNull();
  },
);

test.each([
  ['今天来了3号楼2单元301、302两家，401请假。商量的是路灯', '3号楼2单元301 3号楼2单元302'],
  ['到场的有3号楼2单元301和5号楼1单元102。路灯装东头', '3号楼2单元301 5号楼1单元102'],
  ['3号楼2单元301、302到场，定了装东头', '3号楼2单元301 3号楼2单元302'],
])('“%s” lists %s', (text, expected) => {
  expect(listedPresent(text)?.came.map(homeWords).join(' ')).toBe(expected);
});

test.each(['3号楼2单元301漏水来了三拨人都没修好', '路灯装在3号楼2单元门口', '3号楼2单元301反对'])(
  '“%s” lists nobody',
  text => {
    expect(listedPresent(text)).toBeNull();
  },
);
