import { expect, test } from 'vitest';
import { readBenefit } from '../../../src/language/values/benefit-said.js';

test.each([
  '取暖费减300，1050分以上，热力公司，依据桓信办〔2022〕3号',
  '热力公司给优惠，信用分1050以上的取暖费减300，桓信办〔2022〕3号',
  '热力公司说1050分以上的取暖费减300，文件是桓信办〔2022〕3号',
  '依据桓信办〔2022〕3号，热力公司给1050分以上的取暖费减300',
])('the four of a benefit: %s', said => {
  expect(readBenefit(said)).toEqual({
    what: '取暖费减300',
    leastScore: 1050,
    provider: '热力公司',
    evidence: '桓信办〔2022〕3号',
  });
});

test.each([
  '信用分1050以上的取暖费减300，桓信办〔2022〕3号',
  '热力公司给优惠，取暖费减300，桓信办〔2022〕3号',
  '热力公司给优惠，信用分1050以上的取暖费减300',
  '热力公司给优惠，1050分以上取暖费减300，水费打九折，桓信办〔2022〕3号',
])('no benefit, for one is missing or two are given: %s', said => {
  expect(readBenefit(said)).toBeNull();
});
