import { expect, test } from 'vitest';
import { owedNotices, type Posted, type ToTell, wasInTime } from '../../../src/domain/notice/owed-notices.js';
import type { ProjectState } from '../../../src/domain/lifecycle.js';

const at = (day: string): Date => new Date(`2026-03-${day}:00+08:00`);
const notice = (no: number, kind: string, day: string, changes: Partial<Posted> = {}): Posted => ({
  no,
  kind,
  occasion: `${kind} ${no}`,
  at: at(day),
  boardAt: null,
  ...changes,
});
const nothing: ToTell = { notices: [], spentAt: [], movedAt: [], reachedAt: [] };

/** What is owed, as `name until day`. */
function owed(state: ProjectState, record: Partial<ToTell>, boardSince: Date | null = null): string[] {
  return owedNotices({ state, stateSince: at('02T10:00') }, { ...nothing, ...record }, boardSince).map(
    ({ name, dueAt }) => `${name} ${dueAt.toISOString()}`,
  );
}

// 2026-03-02 is a Monday. A day that is due until 24:00 of the 4th reads 2026-03-04T16:00Z.
test.each<[string, ProjectState, Partial<ToTell>, string[]]>([
  [
    'opening the collection: two workdays, and weekly while it goes on',
    'collecting',
    {},
    ['资金公示 2026-03-09T02:00:00.000Z', '开始收款的资金公示 2026-03-04T16:00:00.000Z'],
  ],
  [
    'once the opening was told the week counts from there',
    'collecting',
    { notices: [notice(1, 'funds', '03T09:00')] },
    ['资金公示 2026-03-10T01:00:00.000Z'],
  ],
  [
    'a payment: three workdays, the weekend not counted',
    'funded',
    { notices: [notice(1, 'funds', '04T09:00')], spentAt: [at('05T11:00'), at('06T11:00')] },
    ['资金公示 2026-03-11T01:00:00.000Z', '支出后的资金公示 2026-03-10T16:00:00.000Z'],
  ],
  [
    'a payment that the last notice told is owed no more',
    'funded',
    { notices: [notice(1, 'funds', '06T09:00')], spentAt: [at('05T11:00')] },
    ['资金公示 2026-03-13T01:00:00.000Z'],
  ],
  [
    'works: progress weekly, and a milestone by the next workday',
    'in_progress',
    { notices: [notice(1, 'funds', '02T10:00'), notice(2, 'progress', '03T18:00')], reachedAt: [at('06T15:00')] },
    [
      '资金公示 2026-03-09T02:00:00.000Z',
      '进度公示 2026-03-10T10:00:00.000Z',
      '节点完成后的进度公示 2026-03-09T16:00:00.000Z',
    ],
  ],
  [
    'final accounts within three days',
    'accepted',
    {},
    ['资金公示 2026-03-09T02:00:00.000Z', '决算公示 2026-03-05T02:00:00.000Z'],
  ],
  [
    'a month in which money moved: five workdays after it is over, once',
    'settlement_published',
    { movedAt: [at('05T11:00'), at('30T11:00')] },
    // The first six days of April hold the Qingming holiday.
    ['3月收支表 2026-04-08T16:00:00.000Z'],
  ],
  [
    'a month that was told is owed no more',
    'settlement_published',
    { movedAt: [at('05T11:00')], notices: [notice(3, 'statement', '31T09:00', { occasion: '2026-03' })] },
    [],
  ],
  ['before there is money nothing is owed', 'plan_published', { reachedAt: [at('03T10:00')] }, []],
])('%s', (_, state, record, expected) => {
  expect(owed(state, record)).toEqual(expected);
});

test('where a grid posts on both, the newest sheet of each kind is put up within two workdays', () => {
  const notices = [
    notice(1, 'plan', '02T10:00', { occasion: 'v1', boardAt: at('02T16:00') }),
    notice(4, 'result', '05T10:00'),
  ];

  expect(owed('plan_published', { notices }, at('01T10:00'))).toEqual([
    '第4号公示（表决结果）上墙 2026-03-09T16:00:00.000Z',
  ]);
  expect(owed('plan_published', { notices }, at('06T10:00'))).toEqual([]);
});

test('what is told beside a plan is no sheet, and does not take the place of its newest version', () => {
  const beside = ['team 2026-03', 'unwatched 2026-03-05', 'emergency 2026-03-05', 'class 1', 'withdrawn v1'];
  const notices = [
    notice(1, 'plan', '02T10:00', { occasion: 'v1' }),
    ...beside.map((occasion, index) => notice(index + 2, 'plan', '05T10:00', { occasion })),
  ];

  expect(owed('plan_published', { notices }, at('01T10:00'))).toEqual([
    '第1号公示（方案）上墙 2026-03-04T16:00:00.000Z',
  ]);
  expect(notices.flatMap(one => wasInTime(one, at('01T10:00'), at('20T10:00')) ?? [])).toEqual([false]);
});

test('while works go on the newest progress hangs on the board once a week', () => {
  const progress = (no: number, day: string, boardAt: Date | null = null) => notice(no, 'progress', day, { boardAt });
  const sheets = (notices: readonly Posted[], state: ProjectState = 'in_progress'): string[] =>
    owed(state, { notices }, at('01T10:00')).filter(line => line.includes('（进度）'));

  expect(sheets([progress(2, '03T18:00'), progress(3, '05T18:00')])).toEqual([
    '第3号公示（进度）上墙 2026-03-10T10:00:00.000Z',
  ]);
  expect(sheets([progress(2, '03T18:00', at('04T09:00')), progress(3, '09T18:00')])).toEqual([
    '第3号公示（进度）上墙 2026-03-11T16:00:00.000Z',
  ]);
  // After a gap there is time to hang it all the same.
  expect(sheets([progress(2, '03T18:00', at('04T09:00')), progress(3, '16T18:00')])).toEqual([
    '第3号公示（进度）上墙 2026-03-18T16:00:00.000Z',
  ]);
  expect(sheets([progress(3, '05T18:00', at('06T09:00'))])).toEqual([]);
  expect(sheets([progress(3, '05T18:00')], 'accepted')).toEqual([]);
});
