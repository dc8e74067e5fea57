import { expect, test } from 'vitest';
import { readAgreement, readOwner } from '../../../../src/language/values/money/market-forms.js';
import { readPricedList } from '../../../../src/language/values/money/priced-list.js';
import { readRewardOffer } from '../../../../src/language/values/money/reward-offer.js';
import { readRoundTerms } from '../../../../src/language/values/money/round-terms.js';

const now = new Date('2026-03-11T09:00:00+08:00');

test.each(['4月20号，最少凑五百，一家顶多两百', '到4月20号，至少500，每家至多200元'])('a round: %s', said => {
  expect(readRoundTerms(said, now)).toMatchObject({ minimumFen: 50_000, capFen: 20_000 });
});

test.each(['甲公司报了2900，乙公司报3000', '甲公司报的2900 乙公司报的3000'])('quotes: %s', said => {
  expect(readPricedList(said)).toEqual([
    { name: '甲公司', amountFen: 290_000 },
    { name: '乙公司', amountFen: 300_000 },
  ]);
});

test.each([
  '东间租给惠民理发店，收入的8%，保底两百，2026年3月1号到明年2月底',
  '东间出租给惠民理发店，按营业收入的8%分成，最低200元，2026年3月1号到明年2月底',
])('an agreement by the name of the space: %s', said => {
  expect(readAgreement(said)).toMatchObject({
    space: null,
    spaceName: '东间',
    operator: '惠民理发店',
    basis: 'revenue',
    rate: '8%',
    minFen: 20_000,
    days: '2026年3月1号到明年2月底',
  });
});

test.each([
  ['承租方为惠民理发店，收入的8%，期限一年，自2026年4月1日起', '2026年4月1日到2027年3月31日'],
  ['租户是惠民理发店，收入的8%，租2年，从2026年4月1号开始', '2026年4月1日到2028年3月31日'],
])('an agreement by its years: %s', (said, days) => {
  expect(readAgreement(said)).toMatchObject({ operator: '惠民理发店', days });
});

test.each(['惠民理发店，收入的8%，收入的9%', '惠民理发店，大概8%吧'])('no agreement: %s', said => {
  expect(readAgreement(said)).toBeNull();
});

test.each(['是居委会的', '产权属居委会所有', '归居委会', '属于居委会的'])('owned by the committee: %s', said => {
  expect(readOwner(said)).toEqual({ ownership: 'committee', consent: null });
});

test('a reward in the words of a shop', () => {
  expect(readRewardOffer('15分一份，一共30份，每家一份，在便民超市领，到6月30号', now)).toMatchObject({
    pricePoints: 15,
    stock: 30,
    perQuarter: 1,
    provider: '便民超市',
  });
});
