import { expect, test } from 'vitest';
import { isoMinute } from '../../../src/language/values/time/clock.js';
import { readDeadline } from '../../../src/language/values/time/times.js';

/** Saturday. */
const now = new Date('2026-03-07T10:00:00+08:00');

/** `past`, `unclear` or `none`, or the moment. */
function told(text: string): string {
  const found = readDeadline(text, now);
  return found.kind === 'at' ? isoMinute(found.at).slice(0, 16) : found.kind;
}

test.each([
  ['三个工作日内截止', '2026-03-11T23:59'], ['十个工作日后', '2026-03-20T23:59'], ['下一个工作日', '2026-03-09T23:59'],
  ['清明后第一个工作日', '2026-04-07T23:59'], ['国庆后第一个工作日', '2026-10-08T23:59'], ['五一假期结束', '2026-05-05T23:59'],
  ['下个月', '2026-04-30T23:59'], ['下周', '2026-03-15T23:59'], ['下下下周一', '2026-03-23T23:59'], ['下周周六', '2026-03-14T23:59'],
  ['八月份的第一个周二', '2026-08-04T23:59'], ['下个月最后一个周五', '2026-04-24T23:59'], ['二季度末', '2026-06-30T23:59'], ['明年底前', '2027-12-31T23:59'],
  ['差五分八点', '2026-03-07T19:55'], ['八点差一刻', '2026-03-07T19:45'], ['3月25日8pm', '2026-03-25T20:00'],
  ['20260325', '2026-03-25T23:59'], ['202603250300', '2026-03-25T03:00'], ['2026 11 23', '2026-11-23T23:59'], ['6·30', '2026-06-30T23:59'],
  ['2026-03-25T20:00:00Z', '2026-03-26T04:00'], ['2026-03-25T20:00+08:00', '2026-03-25T20:00'], ['2026-3-25 20:00:00', '2026-03-25T20:00'],
  ['3月25日（周三）20:00', '2026-03-25T20:00'], ['26年3月25日', '2026-03-25T23:59'], ['9月10号，11号，12号', '2026-09-12T23:59'],
  ['母亲节', '2026-05-10T23:59'], ['3月19-20日', '2026-03-20T23:59'], ['明早08:00', '2026-03-08T08:00'],
])('%s is %s', (text, expected) => {
  expect(told(text)).toBe(expected);
}); // prettier-ignore

test.each([
  ['这周周三', 'past'], ['2022 11 23', 'past'], ['98年4月2日', 'past'], ['去年3月3号', 'past'], ['昨晚8时35分', 'past'],
  ['国庆后', 'unclear'], ['过两天', 'unclear'], ['下午5点多钟', 'unclear'], ['八点左右', 'unclear'], ['35:37', 'none'], ['88.8，都给她', 'none'],
])('%s is %s, and no moment', (text, kind) => {
  expect(told(text)).toBe(kind);
}); // prettier-ignore

test('workdays of a year whose rest days are not announced yet are not guessed', () => {
  expect(readDeadline('三个工作日内', new Date('2026-12-30T10:00:00+08:00')).kind).toBe('unclear');
});
