import { expect, test } from 'vitest';
import { keptRules, type ProjectRecord } from '../../../src/domain/funds/kept-rules.js';

const at = (day: string): Date => new Date(`2026-03-${day}T10:00:00+08:00`);

/** An archived project that kept every rule: a subsidy came in, was reconciled, and paid one approved request. */
const sound: ProjectRecord = {
  project: {
    id: 1,
    state: 'closed',
    stateSince: at('28'),
    settledAt: at('20'),
    pledgeClosesAt: at('02'),
    fundingPlan: {
      sources: [{ source: 'subsidy', plannedFen: 30_000, evidence: '批文1号' }],
    },
    earmarks: null,
    spendOrder: { sources: ['residents', 'subsidy'], isSaid: true },
    isEmergency: false,
  },
  entries: [
    entry(1, 'receipt', '03', [{ from: 'outside/subsidy', to: 'received/subsidy', amountFen: 30_000 }]),
    entry(2, 'reconcile', '04', [{ from: 'received/subsidy', to: 'cash/subsidy', amountFen: 30_000 }]),
    entry(3, 'spend', '10', [{ from: 'cash/subsidy', to: 'spent', amountFen: 30_000 }]),
  ],
  requests: [
    {
      id: 1,
      no: 1,
      state: 'paid',
      amountFen: 30_000,
      purpose: '灯泡，付给张记五金',
      payee: '张记五金',
      line: null,
      photo: 'f00d',
      entryNo: 3,
      askedById: 1,
      checkedById: 2,
      approvals: [3],
      clearedById: null,
      despite: null,
      lacksCommunity: false,
    },
  ],
  findings: [{ id: 1, no: 1, state: 'closed', foundAt: at('05'), checkedAt: at('06') }],
  milestones: [{ id: 1, doneAt: at('11') }],
  stoppages: [{ id: 1, since: at('07'), liftedAt: at('08') }],
  reports: [{ id: 1, at: at('09') }],
  keepsReceipts: true,
  steps: lived(
    ['proposal.open', '01'],
    ['proposal.support', '01'],
    ['proposal.classify', '01'],
    ['plan.publish', '01'],
    ['poll.open', '01'],
    ['poll.close', '01'],
    ['plan.approve', '02'],
    ['progress.report', '09'],
    ['progress.report', '11'],
    ['project.accept', '12'],
    ['project.settle', '20'],
    ['project.archive', '28'],
  ),
  until: at('31'),
};

function lived(...deeds: readonly (readonly [deed: string, day: string])[]): ProjectRecord['steps'] {
  return deeds.map(([deed, day], index) => ({ id: index + 1, deed, at: at(day) }));
}

function entry(
  no: number,
  kind: string,
  day: string,
  postings: ProjectRecord['entries'][number]['postings'],
): ProjectRecord['entries'][number] {
  return { id: no, no, kind, at: at(day), why: '灯泡，付给张记五金', householdId: null, postings };
}

const [request] = sound.requests;
const [finding] = sound.findings;
const receipt = entry(4, 'receipt', '09', [{ from: 'outside/residents', to: 'cash/residents', amountFen: 100 }]);

/** A household that promised one yuan, was given one back without having paid, or had two released. */
const promised = { ...entry(5, 'pledge', '03', [{ from: 'promise', to: 'promised', amountFen: 100 }]), householdId: 7 };
const paidBack = {
  ...entry(6, 'refund', '21', [{ from: 'cash/residents', to: 'refunded', amountFen: 100 }]),
  householdId: 7,
};
const freed = {
  ...entry(7, 'pledge.cancel', '21', [{ from: 'promised', to: 'promise', amountFen: 200 }]),
  householdId: 7,
};

/** A project's record with one request, and some of it otherwise. */
function otherwise(changes: Partial<NonNullable<typeof request>>): Partial<ProjectRecord> {
  return request ? { requests: [{ ...request, ...changes }] } : {};
}

test('a record that kept every rule is named by none', () => {
  for (const [name, check] of Object.entries(keptRules)) expect(check(sound), name).toEqual([]);
});

test.each<[keyof typeof keptRules, string, Partial<ProjectRecord>]>([
  [
    'no step that the lifecycle forbids',
    'journal#5',
    { steps: sound.steps.filter(({ deed }) => deed !== 'plan.publish') },
  ],
  [
    'no step that the lifecycle forbids',
    'journal#6',
    { steps: sound.steps.filter(({ deed }) => deed !== 'poll.open') },
  ],
  [
    'no step that the lifecycle forbids',
    'journal#8',
    { steps: sound.steps.filter(({ deed }) => deed !== 'plan.approve') },
  ],
  [
    'no step that the lifecycle forbids',
    'journal#11',
    { steps: sound.steps.filter(({ deed }) => deed !== 'project.accept') },
  ],
  ['no step that the lifecycle forbids', 'project#1', { steps: sound.steps.slice(0, -1) }],
  [
    'no step that the lifecycle forbids',
    'project#1',
    { steps: [...sound.steps.slice(0, 4), ...lived(['plan.withdraw', '29'])] },
  ],
  ['accounts are final when nothing is open', 'spend_request#1', otherwise({ state: 'approved', entryNo: null })],
  [
    'accounts are final when nothing is open',
    'finding#1',
    { findings: finding ? [{ ...finding, state: 'mended' }] : [] },
  ],
  [
    'accounts are final when nothing is open',
    'ledger_entry#9',
    { entries: [...sound.entries, { ...entry(9, 'receipt', '21', []), id: 9 }] },
  ],
  [
    'accounts are final when nothing is open',
    'ledger_entry#9',
    { entries: [...sound.entries, { ...entry(9, 'reverse', '21', []), id: 9 }] },
  ],
  ['accounts are final when nothing is open', 'project#1', { entries: sound.entries.slice(0, 1) }],
  ['an archived project holds no money', 'project#1', { entries: sound.entries.slice(0, 2) }],
  [
    'a round ends at its deadline',
    'project#1',
    { project: { ...sound.project, state: 'pledging', stateSince: at('01') } },
  ],
  [
    'no source beyond its decision',
    'project#1',
    {
      project: {
        ...sound.project,
        fundingPlan: { sources: [{ source: 'subsidy', plannedFen: 29_999, evidence: '批文1号' }] },
      },
    },
  ],
  [
    'what is paid is what was approved',
    'ledger_entry#3',
    { entries: sound.entries.map(one => (one.no === 3 ? { ...one, why: '请客吃饭' } : one)) },
  ],
  ['approvals rise with the sum, counted by payee', 'spend_request#1', otherwise({ approvals: [] })],
  [
    'approvals rise with the sum, counted by payee',
    'spend_request#1',
    otherwise({ amountFen: 1_000_001, approvals: [3, 3], clearedById: 4 }),
  ],
  [
    'approvals rise with the sum, counted by payee',
    'spend_request#1',
    otherwise({ amountFen: 1_000_001, approvals: [3, 4] }),
  ],
  [
    'approvals rise with the sum, counted by payee',
    'spend_request#1',
    otherwise({ amountFen: 50_001, lacksCommunity: true }),
  ],
  ['each step of a payment by another person', 'spend_request#1', otherwise({ approvals: [1] })],
  ['no payment past an open fault, a stop or a missing voucher', 'spend_request#1', otherwise({ photo: null })],
  [
    'no payment past an open fault, a stop or a missing voucher',
    'spend_request#1',
    { findings: finding ? [{ ...finding, checkedAt: at('11') }] : [] },
  ],
  [
    'no payment past an open fault, a stop or a missing voucher',
    'spend_request#1',
    { stoppages: [{ id: 1, since: at('09'), liftedAt: at('12') }] },
  ],
  ['sources are spent in the order of the plan', 'ledger_entry#3', { entries: [receipt, ...sound.entries] }],
  ['no household gets back more than it paid', 'ledger_entry#6', { entries: [...sound.entries, promised, paidBack] }],
  ['no household gets back more than it paid', 'ledger_entry#7', { entries: [...sound.entries, promised, freed] }],
  ['stopped works report no progress', 'work_note#1', { reports: [{ id: 1, at: new Date(at('07').getTime() + 1) }] }],
  ['finished works have reached every milestone', 'milestone#1', { milestones: [{ id: 1, doneAt: null }] }],
])('“%s” names %s', (rule, row, planted) => {
  const breaches = keptRules[rule]?.({ ...sound, ...planted }) ?? [];

  expect(breaches.map(breach => breach.row)).toContain(row);
});

test('every rule has its planted fault', () => {
  expect(Object.keys(keptRules)).toHaveLength(13);
});

test('what was released, with a reason, is no breach', () => {
  const released = {
    ...sound,
    ...otherwise({ photo: null, despite: { stops: ['voucher', 'finding:1', 'stoppage:1'] } }),
    findings: finding ? [{ ...finding, checkedAt: at('11') }] : [],
    stoppages: [{ id: 1, since: at('09'), liftedAt: at('12') }],
  };

  expect(keptRules['no payment past an open fault, a stop or a missing voucher']?.(released)).toEqual([]);
});

test('a round that a withdrawn promise opened again after its deadline is no breach until the clock had its time', () => {
  const again = { ...sound.project, state: 'pledging', stateSince: at('30') } as const;

  expect(keptRules['a round ends at its deadline']?.({ ...sound, project: again })).toEqual([]);
});

test('works that are being mended may report many times before they are finished again', () => {
  const mended = lived(
    ['project.accept', '12'],
    ['progress.report', '13'],
    ['progress.report', '14'],
    ['project.accept', '15'],
  );
  const steps = sound.steps.flatMap(step => (step.deed === 'project.accept' ? mended : [step]));
  const inOrder = steps.map((step, index) => ({ ...step, id: index + 1 }));

  expect(keptRules['no step that the lifecycle forbids']?.({ ...sound, steps: inOrder })).toEqual([]);
});

test('a receipt that was taken back after the accounts of an earlier program is no breach, and what is one tells its own moment', () => {
  const later = [...sound.entries, { ...entry(9, 'reverse', '21', []), id: 9 }];
  const broken = (record: ProjectRecord) => keptRules['accounts are final when nothing is open']?.(record) ?? [];

  expect(broken({ ...sound, entries: later, keepsReceipts: false })).toEqual([]);
  expect(broken({ ...sound, entries: later })).toMatchObject([{ row: 'ledger_entry#9', at: at('21') }]);
});
