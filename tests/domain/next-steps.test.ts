import { expect, test } from 'vitest';
import { type Standing, nextSteps } from '../../src/domain/next-steps.js';
import { nextWords, stepWords } from '../../src/domain/next-words.js';
import { type ProjectState, states } from '../../src/domain/lifecycle.js';
import { confirmers } from '../../src/domain/permissions.js';
import { isFor } from '../../src/domain/step.js';

const now = new Date('2026-03-02T10:00:00+08:00');
const later = new Date('2026-03-10T00:00:00+08:00');

/** A street lamp as it stands in a state; what a test does not say is the usual. */
function standing(state: ProjectState, changes: Partial<Standing> = {}): Standing {
  return {
    no: 12,
    state,
    now,
    proposerId: 41,
    seconded: [7],
    secondsMissing: 4,
    payer: 'residents',
    hasTeam: true,
    hasText: false,
    plannedFen: 300_000,
    objections: [],
    pollFrom: null,
    isChanged: false,
    coolsUntil: null,
    emergency: { mayDeclare: false, waitsFor: [], by: [], begunFen: 0 },
    unposted: null,
    poll: state === 'voting' ? { closesAt: later, silent: [7, 8], options: null, mayExtend: false } : null,
    reviewEndsAt: later,
    money: {
      budgetFen: 300_000,
      gapFen: state === 'pledging' ? 100_000 : 0,
      pendingFen: 0,
      receivedFen: 0,
      closesAt: later,
      example: '200元',
      cap: '',
      longerUntil: '3月24日',
      owing: [{ householdId: 8, place: '3号楼2单元301', amountFen: 20_000, releasableFrom: later }],
      silent: [7],
      awaited: [],
      leftResidentsFen: 0,
      leftOthersFen: 0,
      handsOn: false,
      needsSeeing: false,
    },
    requests: [],
    works: {
      percent: 0,
      team: [1, 2, 3],
      signed: [],
      supervisors: [1, 2, 3],
      findings: [],
      milestones: [],
      stoppedBy: null,
      rated: [],
      unaskedFen: 0,
    },
    settlesAt: later,
    ratedBy: later,
    closesFrom: later,
    ...changes,
  };
}

const words = (state: ProjectState, changes?: Partial<Standing>): string =>
  nextWords(nextSteps(standing(state, changes)), now);

test('in every state that goes on, something comes next; of what is over, nothing', () => {
  const passing: readonly ProjectState[] = ['approved'];
  const goingOn = (Object.keys(states) as ProjectState[]).filter(
    state => states[state].to.length > 0 && !passing.includes(state),
  );

  for (const state of goingOn) expect(words(state), state).not.toBe('已结束');
  for (const state of ['closed', 'withdrawn', 'cancelled', 'referral_done'] as const)
    expect(words(state)).toBe('已结束');
});

test.each([
  ['issue_reported', {}, '邻居附议，还差4户，发送“附议12号”'],
  ['topic_proposed', {}, '网格书记确定选题和类别，发送“12号定为迫切需求类”'],
  ['topic_selected', { payer: 'unchecked' }, '网格书记查清该谁出钱，发送“12号责任核查”'],
  ['topic_selected', {}, '网格书记发布方案，发送“发布12号方案：做什么，预算3000元”'],
  ['plan_published', { pollFrom: later }, '等到3月9日（周一）24:00方案公示期满，再发送“12号发起表决”'],
  ['plan_published', { pollFrom: now }, '楼长发起表决，发送“12号发起表决”'],
  ['plan_published', { objections: [{ no: 1, dueAt: later }] }, '网格书记答复第1条异议，3月9日（周一）24:00前'],
  ['plan_published', { isChanged: true }, '网格书记方案改过了，重新公示'],
  ['voting', {}, '发送“12号同意”“12号反对”或“12号弃权”'],
  ['result_published', {}, '等到3月9日（周一）24:00结果公示期满，决定生效，开始认筹'],
  ['not_approved', { coolsUntil: later }, '等到3月9日（周一）24:00结果公示期满，再改方案重新公示'],
  ['not_approved', {}, '改好方案，重新公示'],
  ['pledging', {}, '自愿认捐，还差1,000元'],
  ['collecting', {}, '认捐的户把钱交给出纳'],
  ['funded', {}, '施工方开工，报进度'],
  ['completed_pending_acceptance', {}, '监管小组验收，发送“12号验收合格”或“12号验收不合格”'],
  ['rectification', {}, '12号进度：已整改，完成100%'],
  ['accepted', {}, '公布决算'],
  ['referred', {}, '告诉大家责任方怎么办好的'],
] as const)('in %s (%j) everybody is told: %s', (state, changes, said) => {
  expect(words(state, changes)).toContain(said);
});

test('nobody’s home and nobody’s money stand in what everybody is told', () => {
  for (const state of Object.keys(states) as ProjectState[]) expect(words(state)).not.toContain('301');
});

const aRequest: Standing['requests'][number] = {
  no: 3,
  amountFen: 86_000,
  payee: '张记五金',
  state: 'checked',
  askedById: 11,
  checkedById: 12,
  heldById: null,
  approvals: [],
  approvers: ['community_secretary'],
  needsClearing: true,
  payableAt: null,
  lacksVoucher: false,
  isStopped: false,
};

test.each(['asked', 'checked', 'approved', 'held', 'paid'] as const)(
  'a payment is never offered by its number alone, and a person paid is not named whole: %s',
  state => {
    const payment = { ...aRequest, state, payableAt: now, lacksVoucher: state === 'paid' };
    for (const [payee, said] of [
      ['张记五金', '，860元给张记五金'],
      ['王小明', '，860元给王＊＊'],
      [null, '，860元'],
    ] as const) {
      const next = nextSteps(standing('in_progress', { requests: [{ ...payment, payee }] }));
      const about = next.steps.filter(({ slots }) => slots['request'] === 3);

      expect(about.length).toBeGreaterThan(0);
      for (const one of about) expect(stepWords(one, now)).toContain(said);
      const publicly = nextWords({ steps: about.filter(({ optional }) => !optional), wait: null }, now);
      if (publicly !== '已结束') expect(publicly).toContain(said);
    }
  },
);

test('the next milestone waits for who reports until its day, a late one too; a reached one for the team but who reported it', () => {
  const milestone = { name: '拆旧', plannedOn: '2026-03-05', doneAt: null, doneById: null };
  const works = {
    ...standing('in_progress').works,
    milestones: [
      { ...milestone, name: '放线', doneAt: new Date('2026-03-01T10:00:00+08:00'), doneById: 2 },
      milestone,
      { ...milestone, name: '备料', plannedOn: '2026-02-27' },
      { ...milestone, name: '装管', plannedOn: '2026-04-10' },
    ],
  };
  const { steps } = nextSteps(standing('in_progress', { works }));
  const offered = steps.filter(({ deed }) => deed.startsWith('schedule.')).map(one => stepWords(one, now));

  expect(offered).toEqual([
    '验收节点“放线”（3月8日（周日）23:59前）',
    '报节点“拆旧”完成（3月5日（周四）23:59前）',
    '报节点“备料”完成（应在2月27日（周五）前，已过期）',
  ]);
  const accept = steps.find(({ deed }) => deed === 'schedule.accept');
  const taker = (id: number) => ({ id, householdId: id, roles: [] });
  expect([1, 2, 3, 4].map(id => accept && isFor(accept.for, taker(id)))).toEqual([true, false, true, false]);
  expect(accept?.until && accept.until > now).toBe(true);
  // While the works stand still no milestone is asked for.
  const stopped = nextSteps(standing('in_progress', { works: { ...works, stoppedBy: 'team' } })).steps;
  expect(stopped.filter(({ deed }) => deed.startsWith('schedule.'))).toEqual([]);
});

test.each(confirmers)('an emergency waits for a %s who saw it on the spot', role => {
  const waiting = { mayDeclare: false, waitsFor: ['office'] as const, by: [1], begunFen: 0 };
  const { steps } = nextSteps(standing('topic_proposed', { emergency: waiting }));
  const confirm = steps.filter(({ deed }) => deed === 'emergency.confirm');

  expect(confirm.map(one => isFor(one.for, { id: 2, householdId: null, roles: [{ role }] }))).toEqual([true]);
  expect(confirm.map(one => isFor(one.for, { id: 1, householdId: null, roles: [{ role }] }))).toEqual([false]);
});

test('who did one part of a payment is not offered the next', () => {
  const request = { ...aRequest, needsClearing: false };
  const approve = nextSteps(standing('in_progress', { requests: [request] })).steps.find(
    ({ deed }) => deed === 'spend.approve',
  );
  const taker = (id: number) => ({ id, householdId: id, roles: [{ role: 'community_secretary' as const }] });

  expect([11, 12, 13].map(id => approve && isFor(approve.for, taker(id)))).toEqual([false, false, true]);
});

test("a round that has ended short is the secretary's to mend: nobody is sent to pledge, which would be refused", () => {
  const at = standing('collecting');
  const deeds = (closesAt: Date): string[] =>
    nextSteps({ ...at, money: { ...at.money, gapFen: 100_000, closesAt } }).steps.map(({ deed }) => deed);

  expect(deeds(later)).toContain('pledge.money');
  expect(deeds(now)).not.toContain('pledge.money');
  expect(deeds(now)).toEqual(expect.arrayContaining(['pledge.gap', 'pledge.round']));
});
