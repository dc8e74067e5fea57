import { expect, test } from 'vitest';
import { changesSaid, saysOtherwise } from '../../../src/language/values/manner/other-values.js';

const now = new Date('2026-03-10T10:00:00+08:00');

const budget = { no: 5, lines: '材料1800元，人工1200元' };
const schedule = { no: 5, rows: '铲旧层4月10日，做卷材4月18日，闭水试验4月22日' };

test.each<readonly [string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>]>([
  ['人工那项写错了，是一千五', budget, { lines: '材料1800元，人工1500元' }],
  ['不是1800，是1900元', budget, { lines: '材料1900元，人工1200元' }],
  ['材料是两千，人工是一千，刚才写错了', budget, { lines: '材料2000元，人工1000元' }],
  ['做卷材改到4月19号', schedule, { rows: '铲旧层4月10日，做卷材4月19日，闭水试验4月22日' }],
  ['22号说早了，是24号', schedule, { rows: '铲旧层4月10日，做卷材4月18日，闭水试验4月24日' }],
  ['5号的工期写错了，闭水试验是4月25号', schedule, { rows: '铲旧层4月10日，做卷材4月18日，闭水试验4月25日' }],
  [
    '写错了，收尾是2027年10月1日',
    { no: 5, rows: '铲旧层4月10日，收尾2027年9月1日' },
    { rows: '铲旧层4月10日，收尾2027年10月1日' },
  ],
  ['写错了，是2027年7月31日', { no: 5, text: '留质保金3%，到2027年6月30日' }, { text: '留质保金3%，到2027年7月31日' }],
  ['报高了，应该才百分之四十', { no: 5, percent: 60 }, { percent: 40 }],
])('“%s” of %j: %j', (words, slots, changed) => {
  expect(saysOtherwise(words)).toBe(true);
  expect(Object.fromEntries((changesSaid(slots, words, now) ?? []).map(({ slot, value }) => [slot, value]))).toEqual(
    changed,
  );
});

test.each<readonly [string, Readonly<Record<string, unknown>>]>([
  // Of two that stand nobody knows which.
  ['写错了，是一千五', budget],
  ['写错了，是三千或者四千', { no: 5, cost: 100_000 }],
  ['写错了', budget],
  ['写错了，是1800', { no: 5, cost: 180_000 }],
  ['说错了，是东门', schedule],
  // Of another matter.
  ['3号的预算写错了，应该是两万', { no: 5, cost: 100_000 }],
  ['6号进度报高了，是三成', { no: 5, percent: 60 }],
  ['3号改到4月15号', { no: 5, referral: '公司，4月10日前' }],
])('“%s” of %j changes nothing', (words, slots) => {
  expect(changesSaid(slots, words, now)).toBeNull();
});

test.each(['改成3月31号行吗？', '要是改到20号呢', '电梯同意', '我出200'])('“%s” puts nothing right', words => {
  expect(saysOtherwise(words)).toBe(false);
});
