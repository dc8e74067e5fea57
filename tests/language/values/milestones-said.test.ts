import { expect, test } from 'vitest';
import { readMilestones } from '../../../src/language/values/milestones-said.js';

const now = new Date('2026-03-20T10:00:00+08:00');

test.each<[string, [string, string | null, string, number | null][]]>([
  [
    '拆旧4月10日，装管4月25日',
    [
      ['拆旧', null, '2026-04-10', null],
      ['装管', null, '2026-04-25', null],
    ],
  ],
  [
    '开工4月1日，拆旧4月10日',
    [
      ['开工', '2026-04-01', '2026-04-01', null],
      ['拆旧', null, '2026-04-10', null],
    ],
  ],
  [
    '挖沟下月5号，立杆下个月的15号',
    [
      ['挖沟', null, '2026-04-05', null],
      ['立杆', null, '2026-04-15', null],
    ],
  ],
  [
    '4月10日前到货，前门刷漆4月18日，到4月25日装管，试压5月5日之前完成',
    [
      ['到货', null, '2026-04-10', null],
      ['前门刷漆', null, '2026-04-18', null],
      ['装管', null, '2026-04-25', null],
      ['试压', null, '2026-05-05', null],
    ],
  ],
  ['装管4月11日至4月25日', [['装管', '2026-04-11', '2026-04-25', null]]],
  [
    '拆旧4月10日20%，装管4月25日（50%）、试压5月5日 占30％',
    [
      ['拆旧', null, '2026-04-10', 20],
      ['装管', null, '2026-04-25', 50],
      ['试压', null, '2026-05-05', 30],
    ],
  ],
])('%s', (text, planned) => {
  expect(
    readMilestones(text, now).map(({ name, startsOn, plannedOn, weight }) => [name, startsOn, plannedOn, weight]),
  ).toEqual(planned);
});

test.each([
  ['拆旧4月10日20%，装管4月25日', 'schedule.weights'],
  ['拆旧4月10日20%，装管4月25日70%', 'schedule.weights'],
  ['拆旧4月10日0%，装管4月25日100%', 'schedule.unclear'],
  ['装管4月25日至4月11日', 'schedule.unclear'],
  ['装管2月30日', 'schedule.unclear'],
])('%s is refused: %s', (text, code) => {
  expect(() => readMilestones(text, now)).toThrow(expect.objectContaining({ code }));
});
