import { expect, test } from 'vitest';
import { colourVectors, on, step, works } from '../../../dev/drill/colour-vectors.js';
import { type Colour, colourOf, type Standing, verdictOf } from '../../../src/domain/county/colour.js';
import type { ProjectState } from '../../../src/domain/lifecycle.js';

const now = new Date('2026-03-20T18:00:00+08:00');
const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

test.each<[ProjectState, Colour]>([
  ['issue_reported', 'grey'],
  ['plan_published', 'green'],
  ['voting', 'green'],
  ['quorum_failed', 'yellow'],
  ['collecting', 'green'],
  ['rectification', 'yellow'],
  ['accepted', 'blue'],
  ['closed', 'blue'],
  ['withdrawn', 'stopped'],
  ['cancelled', 'stopped'],
])('a project that is %s is %s', (state, colour) => {
  expect(colourOf({ state, stateSince: ago(1), pledgeClosesAt: null, reportedAt: null }, now)).toBe(colour);
});

test.each<[number, Colour]>([
  [0, 'green'],
  [6.9, 'green'],
  [7.1, 'yellow'],
  [13.9, 'yellow'],
  [14.1, 'red'],
])('works last reported on %d days ago are %s', (days, colour) => {
  expect(
    colourOf({ state: 'in_progress', stateSince: ago(90), pledgeClosesAt: null, reportedAt: ago(days) }, now),
  ).toBe(colour);
  expect(colourOf({ state: 'in_progress', stateSince: ago(days), pledgeClosesAt: null, reportedAt: null }, now)).toBe(
    colour,
  );
});

test.each<[number, Colour]>([
  [-10, 'green'],
  [-2, 'yellow'],
  [3, 'yellow'],
  [8, 'red'],
])('pledges whose round ended %d days ago are %s', (days, colour) => {
  expect(colourOf({ state: 'pledging', stateSince: ago(30), pledgeClosesAt: ago(days), reportedAt: null }, now)).toBe(
    colour,
  );
});

/** The vectors of docs/domain.md 19. */
test.each(colourVectors)('vector: %s', (_what, day, changes, colour) => {
  expect(colourOf(works(on(day), changes), on(day))).toBe(colour);
});

const today = '2026-05-18';
const noon = on(today, '12:00');
const before = (days: number): Date => new Date(noon.getTime() - days * 86_400_000);

/** Every condition of the table in 11.1 with both sides of its border. */
test.each<[string, Partial<Standing>, Colour, string]>([
  [
    'planned to start tomorrow',
    { state: 'funded', milestones: [step('2026-05-30', { startsOn: '2026-05-19' })] },
    'grey',
    '开工',
  ],
  [
    'planned to start today',
    { state: 'funded', milestones: [step('2026-05-30', { startsOn: today })] },
    'green',
    '按计划',
  ],
  ['started before its day', { milestones: [step('2026-05-30', { startsOn: '2026-05-19' })] }, 'green', '按计划'],
  ['stopped by decision', { stoppage: { by: 'decision', since: before(30), reason: '汛期' } }, 'grey', '停工：汛期'],
  ['accepted, whatever was late', { state: 'accepted', milestones: [step('2026-05-01')] }, 'blue', '验收合格'],
  ['a milestone due today, reported', { milestones: [step(today)] }, 'green', '按计划'],
  ['a milestone 1 day overdue', { milestones: [step('2026-05-17')] }, 'yellow', '已晚1天'],
  ['a milestone 7 days overdue', { milestones: [step('2026-05-11')] }, 'yellow', '已晚7天'],
  ['a milestone 8 days overdue', { milestones: [step('2026-05-10')] }, 'red', '“装管”已晚8天'],
  ['the deadline is today', { deadline: today }, 'green', '按计划'],
  ['the deadline was yesterday', { deadline: '2026-05-17' }, 'red', '总期限'],
  ['called off for 3 days', { stoppage: { by: 'team', since: before(3), reason: '材料不合格' } }, 'yellow', '叫停'],
  ['called off for longer', { stoppage: { by: 'team', since: before(3.1), reason: '材料不合格' } }, 'red', '叫停已3天'],
  ['a payment held for 3 days', { heldSince: before(3) }, 'yellow', '暂缓付款'],
  ['a payment held for longer', { heldSince: before(3.1) }, 'red', '暂缓付款已3天'],
  ['a notice overdue since an hour', { overdueSince: before(0.05) }, 'yellow', '公示已超期'],
  ['a notice overdue for 7 days', { overdueSince: before(7) }, 'yellow', '公示已超期7天'],
  ['a notice overdue for longer', { overdueSince: before(7.1) }, 'red', '公示已超期7天'],
  ['a granted objection of 7 days', { upheldSince: before(7) }, 'yellow', '异议'],
  ['a granted objection of more', { upheldSince: before(7.1) }, 'red', '异议7天'],
  [
    'next milestone in 3 days, 79 % reported',
    { milestones: [step('2026-05-21', { percent: 79 })] },
    'yellow',
    '还有3天',
  ],
  ['next milestone in 3 days, 80 % reported', { milestones: [step('2026-05-21', { percent: 80 })] }, 'green', '按计划'],
  [
    'next milestone in 4 days, nothing reported',
    { milestones: [step('2026-05-22', { percent: null })] },
    'green',
    '按计划',
  ],
  ['money is missing, works started', { gapFen: 1 }, 'yellow', '资金还差0.01元'],
  ['money is missing, works not started', { state: 'funded', gapFen: 1 }, 'green', '按计划'],
])('%s', (_what, changes, colour, reason) => {
  const verdict = verdictOf(works(noon, changes), noon);

  expect(verdict.colour).toBe(colour);
  expect(verdict.reason).toContain(reason);
});

test('grey by decision is called 暂停, and red comes before yellow', () => {
  const stopped = works(noon, { stoppage: { by: 'decision', since: before(1), reason: '汛期' } });
  expect(verdictOf(stopped, noon).word).toBe('暂停');
  const both = works(noon, { gapFen: 500_000, overdueSince: before(9) });
  expect(verdictOf(both, noon)).toEqual({ colour: 'red', word: '滞后', reason: '公示已超期9天' });
});

test('what is still red is not yellow because it was red, and what is done is done', () => {
  expect(colourOf(works(noon, { wasRed: true, overdueSince: before(9) }), noon)).toBe('red');
  expect(colourOf(works(noon, { wasRed: true, state: 'accepted' }), noon)).toBe('blue');
});

test('a colour set by hand names its author, its end, its reason and what the rule says; then it is over', () => {
  const override = { colour: 'green', reason: '雨停就补上', author: '网格书记李＊', expiresAt: before(-2) } as const;
  const late = works(noon, { milestones: [step('2026-05-10')], override });

  const { colour, word, reason } = verdictOf(late, noon);

  expect([colour, word]).toEqual(['green', '正常']);
  for (const part of ['网格书记李＊人工调整', '5月20日', '雨停就补上', '按规则是滞后：节点“装管”已晚8天'])
    expect(reason).toContain(part);
  expect(colourOf(late, new Date(override.expiresAt))).toBe('red');
  expect(colourOf({ ...late, state: 'closed' }, noon)).toBe('blue');
});
