import { expect, test } from 'vitest';
import { scopeWords } from '../../../src/domain/plan/scope.js';
import { readScope } from '../../../src/language/values/scope-said.js';
import { Refusal } from '../../../src/domain/refusal.js';

test.each([
  ['3号楼2单元、4号楼', '3号楼2单元、4号楼'],
  ['3号楼2单元还有4号楼', '3号楼2单元、4号楼'],
  ['三号楼二单元和四号楼', '3号楼2单元、4号楼'],
  ['1到4号楼', '1号楼、2号楼、3号楼、4号楼'],
  ['1号楼至3号楼', '1号楼、2号楼、3号楼'],
  ['1、2号楼', '1号楼、2号楼'],
  ['1、2、5号楼', '1号楼、2号楼、5号楼'],
  ['2栋1、2单元', '2号楼1单元、2号楼2单元'],
  ['3号楼2单元、3单元', '3号楼2单元、3号楼3单元'],
  ['五号楼一单元至三单元', '5号楼1单元、5号楼2单元、5号楼3单元'],
  ['六号楼全楼', '6号楼'],
  ['8号楼这一栋', '8号楼'],
  ['B座', 'B座'],
  ['全网格', '全网格'],
])('“%s” is %s', (said, words) => {
  expect(scopeWords(readScope(said))).toBe(words);
});

test.each([
  '月亮上',
  '3号楼，1单元除外',
  '除了3号楼',
  '3号楼和5',
  '3号楼单数户',
  '4到1号楼',
  '不含3号楼',
  '3号楼1单元到4号楼',
])('“%s” is refused: who votes is never guessed', said => {
  expect(() => readScope(said)).toThrow(Refusal);
});

test.each(['3号楼，4号楼不用投', '只管3号楼，4号楼、5号楼不涉及', '4号楼不用，3号楼'])(
  '“%s” is of what is not left out',
  said => {
    expect(readScope(said)).toEqual([{ building: '3' }]);
  },
);

test.each(['3号楼，3号楼1单元不用投', '3号楼，1单元不算', '3号楼不用投'])(
  '“%s” may mean a part, and is refused',
  said => {
    expect(() => readScope(said)).toThrow();
  },
);
