import { expect, test } from 'vitest';
import { readAddition } from '../../../../src/language/values/manner/additions.js';

test.each([
  ['漏了一句，底下要硬化一下地面', '底下要硬化一下地面'],
  ['哎呀漏了一条：费用先走自愿认捐', '费用先走自愿认捐'],
  ['忘写了，下周三再碰头', '下周三再碰头'],
  ['补一句，晚上十点以后不施工', '晚上十点以后不施工'],
  ['再补充一下：老人优先', '老人优先'],
  ['纪要补一句：费用先走自愿认捐', '费用先走自愿认捐'],
  ['对了，还得补一条，雨天顺延', '雨天顺延'],
  ['少写了一句，要留消防通道', '要留消防通道'],
])('“%s” adds %s', (said, words) => {
  expect(readAddition(said)).toEqual({ words, isSure: true });
});

test.each(['还有一条，费用先走自愿认捐', '再加一句：周末不动工'])('“%s” may add something', said => {
  expect(readAddition(said)?.isSure).toBe(false);
});

test.each([
  '漏了，水都流到楼下了',
  '水管漏了一地',
  '3号楼漏水，快来人',
  '还有一条路没修',
  '补一下路面的坑',
  '差一票',
  '漏了一句',
  '少了一个螺丝，门关不上',
])('“%s” adds nothing', said => {
  expect(readAddition(said)).toBeNull();
});
