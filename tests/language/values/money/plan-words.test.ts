import { expect, test } from 'vitest';
import { readFundingList } from '../../../../src/language/values/money/funding-list.js';
import { readRoundTerms } from '../../../../src/language/values/money/round-terms.js';

const now = new Date('2026-03-11T09:00:00+08:00');

test.each([
  '下个月20号，最少五千，一家最多三百',
  '截止4月20日，不低于5000元，每户最多300元',
  '4月20号截止，至少5千，每家不超过三百',
])('the terms of a round: %s', said => {
  expect(readRoundTerms(said, now)).toMatchObject({ minimumFen: 500_000, capFen: 30_000 });
  expect(readRoundTerms(said, now)?.closesAt?.toISOString().slice(0, 10)).toBe('2026-04-20');
});

test.each(['下个月20号，看情况', '最少五千，最少六千', '一家最多三百，每家看着出'])('no terms: %s', said => {
  expect(readRoundTerms(said, now)).toBeNull();
});

test.each([
  '一千二从慈善基金出，基金2026-3号决定',
  '还缺的1200从慈善基金出，基金2026-3号决定',
  '慈善基金1200元（基金2026-3号决定）',
  '1200元由慈善基金补，基金2026-3号决定',
])('what makes up for what is lacking: %s', said => {
  expect(readFundingList(said)).toEqual([{ name: '慈善基金', amountFen: 120_000, evidence: '基金2026-3号决定' }]);
});
