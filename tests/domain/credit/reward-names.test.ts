import { expect, test } from 'vitest';
import { rewardDefaults } from '../../../src/domain/credit/reward-defaults.js';
import { namesMeant } from '../../../src/domain/credit/reward-names.js';

const names = rewardDefaults.map(({ item }) => item);

test.each([
  ['抽纸', ['抽纸']],
  ['电费券', ['电费抵扣券']],
  ['电费抵扣券', ['电费抵扣券']],
  ['“电费 抵扣券”', ['电费抵扣券']],
  ['燃气券', ['燃气抵扣券']],
  ['暖气券', ['暖气费优惠券']],
  ['暖气费', ['暖气费优惠券']],
  ['一桶花生油', ['花生油']],
  ['家政', ['家政服务']],
  ['抵扣券', ['水费抵扣券', '电费抵扣券', '燃气抵扣券']],
  ['券', ['水费抵扣券', '电费抵扣券', '燃气抵扣券', '暖气费优惠券']],
  ['茅台', []],
  ['', []],
  ['。', []],
])('%s means %j', (said, meant) => {
  expect(namesMeant(said, names)).toEqual(meant);
});
