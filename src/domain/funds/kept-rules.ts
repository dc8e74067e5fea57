import { dayMs } from '../calendar.js';
import type { ProjectState } from '../lifecycle.js';
import { type FundingPlan, isCommitted, plannedFen } from '../plan/funding-plan.js';
import type { SpendOrder } from '../plan/spend-order.js';
import {
  type Earmarks,
  isAllowed,
  movedTo,
  paidIn,
  type Posting,
  type Source,
  sourceIds,
  spendingOrder,
  wholeOrder,
} from './ledger.js';
import { rulesAt } from '../rules.js';
import { forbiddenSteps, type Step } from '../steps-taken.js';
import { approvalFor, isOnePayee, saysTheSame } from './spending.js';
import { keptFen } from './use-of-money.js';

/** All that a project's record says of its money and works: what the rules of docs/payments.md are held against. */
export interface ProjectRecord {
  readonly project: {
    readonly id: number;
    readonly state: ProjectState;
    readonly stateSince: Date;
    readonly settledAt: Date | null;
    readonly pledgeClosesAt: Date | null;
    readonly fundingPlan: FundingPlan | null;
    readonly earmarks: Earmarks | null;
    readonly spendOrder: SpendOrder | null;
    readonly isEmergency: boolean;
  };
  readonly entries: readonly {
    readonly id: number;
    readonly no: number;
    readonly kind: string;
    readonly at: Date;
    readonly why: string;
    readonly householdId: number | null;
    readonly postings: readonly Posting[];
  }[];
  readonly requests: readonly {
    readonly id: number;
    readonly no: number;
    readonly state: string;
    readonly amountFen: number;
    readonly purpose: string;
    readonly payee: string | null;
    readonly line: string | null;
    readonly photo: string | null;
    readonly entryNo: number | null;
    readonly askedById: number;
    readonly checkedById: number | null;
    readonly approvals: readonly number[];
    readonly clearedById: number | null;
    readonly despite: { readonly stops: readonly string[] } | null;
    /** True where its approvals were kept with who is the community's secretary, and none was. */
    readonly lacksCommunity: boolean;
  }[];
  readonly findings: readonly {
    readonly id: number;
    readonly no: number;
    readonly state: string;
    readonly foundAt: Date;
    readonly checkedAt: Date | null;
  }[];
  readonly milestones: readonly { readonly id: number; readonly doneAt: Date | null }[];
  readonly stoppages: readonly { readonly id: number; readonly since: Date; readonly liftedAt: Date | null }[];
  readonly reports: readonly { readonly id: number; readonly at: Date }[];
  /** True where its final accounts were made by a program that takes no receipt back after them. */
  readonly keepsReceipts: boolean;
  /** The deeds of the journal that may have moved it on, in order. */
  readonly steps: readonly Step[];
  /** The newest moment that the grid's record knows of. */
  readonly until: Date;
}

/** A rule that was not kept: where, and in words. */
export interface Breach {
  readonly row: string;
  readonly said: string;
  /** When it happened, where that tells which version of the bot let it. */
  readonly at: Date | null;
}

/** Every rule by the name under which `verify` names a breach of it. */
export const keptRules: Readonly<Record<string, (record: ProjectRecord) => readonly Breach[]>> = {
  'no step that the lifecycle forbids': ({ project, steps }) => forbiddenSteps(project, steps),
  'accounts are final when nothing is open': whatIsOpen,
  'an archived project holds no money': moneyLeft,
  'a round ends at its deadline': openRound,
  'no source beyond its decision': beyondDecision,
  'what is paid is what was approved': otherWords,
  'approvals rise with the sum, counted by payee': tooFewApprovals,
  'each step of a payment by another person': samePerson,
  'no payment past an open fault, a stop or a missing voucher': pastStops,
  'sources are spent in the order of the plan': otherOrder,
  'no household gets back more than it paid': beyondPaid,
  'stopped works report no progress': progressWhileStopped,
  'finished works have reached every milestone': unreached,
};

const finished: readonly ProjectState[] = [
  'completed_pending_acceptance',
  'accepted',
  'settlement_published',
  'closed',
];

/** What the final accounts have the sums of: nothing of it is booked after them. */
const inAccounts: ReadonlySet<string> = new Set(['spend', 'receipt']);

function whatIsOpen({ project, entries, requests, findings, keepsReceipts }: ProjectRecord): Breach[] {
  const { settledAt } = project;
  if (project.state !== 'settlement_published' && project.state !== 'closed') return [];
  const at = settledAt;
  return [
    ...requests
      .filter(({ state }) => state !== 'paid' && state !== 'refused')
      .map(({ id, no }) => ({ row: `spend_request#${id}`, said: `request ${no} is neither paid nor sent back`, at })),
    ...findings
      .filter(({ state }) => state !== 'closed')
      .map(({ id, no }) => ({ row: `finding#${id}`, said: `fault ${no} was not seen mended`, at })),
    ...entries
      .filter(({ kind }) => inAccounts.has(kind) || (kind === 'reverse' && keepsReceipts))
      .filter(entry => settledAt && entry.at > settledAt)
      .map(entry => ({
        row: `ledger_entry#${entry.id}`,
        said: 'it was booked after the final accounts',
        at: entry.at,
      })),
    ...(accountOf(entries, /^received\//) > 0
      ? [{ row: `project#${project.id}`, said: 'receipts were never reconciled', at }]
      : []),
  ];
}

function moneyLeft({ project, entries }: ProjectRecord): Breach[] {
  const leftFen = accountOf(entries, /^(?:cash|received|retained)\//);
  return project.state === 'closed' && leftFen !== 0
    ? [{ row: `project#${project.id}`, said: `it is closed with ${leftFen} fen left`, at: project.settledAt }]
    : [];
}

function openRound({ project: { id, state, stateSince, pledgeClosesAt }, until }: ProjectRecord): Breach[] {
  // The clock ends a round within minutes; after two days nobody did. A promise that is withdrawn while money is collected opens a round
  // again after its deadline: the clock has its minutes from then.
  const since = Math.max(pledgeClosesAt?.getTime() ?? 0, stateSince.getTime());
  const isOver = state === 'pledging' && pledgeClosesAt && until.getTime() > since + 2 * dayMs;
  return isOver ? [{ row: `project#${id}`, said: 'its round is open after its deadline', at: pledgeClosesAt }] : [];
}

function beyondDecision({ project: { id, fundingPlan, isEmergency }, entries }: ProjectRecord): Breach[] {
  if (!fundingPlan) return [];
  return sourceIds.flatMap(source => {
    if (source === 'residents' || !isCommitted(fundingPlan, source)) return [];
    if (source === 'maintenance_fund' && isEmergency) return [];
    const overFen = keptFen(source, entries) - plannedFen(fundingPlan, source);
    const last = entries.findLast(({ postings }) => postings.some(({ from }) => from === `outside/${source}`));
    return overFen > 0
      ? [{ row: `project#${id}`, said: `${overFen} fen of ${source} beyond what was decided`, at: last?.at ?? null }]
      : [];
  });
}

/** The requests that were paid, each with its payment. */
function paid({ requests, entries }: ProjectRecord) {
  return requests.flatMap(request => {
    const entry = request.state === 'paid' ? entries.find(({ no }) => no === request.entryNo) : undefined;
    return entry ? [{ request, entry }] : [];
  });
}

function otherWords(record: ProjectRecord): Breach[] {
  return paid(record)
    .filter(({ request, entry }) => !saysTheSame(unmasked(entry.why), request))
    .map(({ entry }) => ({
      row: `ledger_entry#${entry.id}`,
      said: 'its words are not the approved ones',
      at: entry.at,
    }));
}

/** A payee who is a person is published masked. */
function unmasked(why: string): string {
  return why.replaceAll(/(?:支?付给|付至|收款方|收款人)(?:是|为)?[:：\s]*[^，,。；;：:]*\*+/gu, '');
}

function tooFewApprovals(record: ProjectRecord): Breach[] {
  const payments = paid(record);
  return payments.flatMap(({ request, entry }) => {
    const rules = rulesAt(entry.at);
    const since = entry.at.getTime() - rules.payeeWindowDays * dayMs;
    const togetherFen = payments
      .filter(one => one.entry.no <= entry.no && one.entry.at.getTime() > since)
      .filter(one => one.entry.no === entry.no || isOnePayee(one.request.payee, request.payee))
      .reduce((sum, one) => sum + one.request.amountFen, 0);
    const limits = { gridFen: rules.gridApprovesFen, communityFen: rules.communityApprovesFen };
    const { count, community, cleared } = approvalFor(togetherFen, limits);
    const lacks =
      new Set(request.approvals).size < count ||
      (cleared && request.clearedById === null) ||
      (community && request.lacksCommunity);
    const said = `its payee got ${togetherFen} fen within ${rules.payeeWindowDays} days, and an approval is lacking`;
    return lacks ? [{ row: `spend_request#${request.id}`, said, at: entry.at }] : [];
  });
}

function samePerson(record: ProjectRecord): Breach[] {
  return paid(record).flatMap(({ request, entry }) => {
    const people = [request.askedById, request.checkedById, ...request.approvals].filter(id => id !== null);
    return new Set(people).size < people.length
      ? [{ row: `spend_request#${request.id}`, said: 'one person did two steps of it', at: entry.at }]
      : [];
  });
}

function pastStops(record: ProjectRecord): Breach[] {
  return paid(record).flatMap(({ request, entry }) => {
    const released = new Set(request.despite?.stops ?? []);
    const breach = (said: string): Breach => ({ row: `spend_request#${request.id}`, said, at: entry.at });
    const faults = record.findings.filter(
      ({ no, foundAt, checkedAt, state }) =>
        foundAt < entry.at &&
        !(state === 'closed' && checkedAt && checkedAt <= entry.at) &&
        !released.has(`finding:${no}`),
    );
    const stops = record.stoppages.filter(one => covers(one, entry.at) && !released.has(`stoppage:${one.id}`));
    return [
      ...faults.map(({ no }) => breach(`it was paid while fault ${no} was open`)),
      ...stops.map(() => breach('it was paid while works stood still')),
      ...(request.photo === null && !released.has('voucher') ? [breach('it was paid without a voucher')] : []),
    ];
  });
}

function covers({ since, liftedAt }: { since: Date; liftedAt: Date | null }, at: Date): boolean {
  return since < at && (liftedAt === null || at < liftedAt);
}

function otherOrder({ project, entries, requests }: ProjectRecord): Breach[] {
  const order = wholeOrder(project.spendOrder?.sources ?? spendingOrder);
  const cash = new Map<string, number>();
  const breaches: Breach[] = [];
  for (const entry of entries) {
    for (const { from, to, amountFen } of entry.postings) {
      cash.set(from, (cash.get(from) ?? 0) - amountFen);
      cash.set(to, (cash.get(to) ?? 0) + amountFen);
    }
    if (entry.kind !== 'spend') continue;
    const line = requests.find(({ entryNo }) => entryNo === entry.no)?.line ?? null;
    const took = (source: Source): boolean => entry.postings.some(({ from }) => from === `cash/${source}`);
    const last = order.findLastIndex(took);
    const skipped = order
      .slice(0, Math.max(0, last))
      .find(source => (cash.get(`cash/${source}`) ?? 0) > 0 && isAllowed(source, { line, earmarks: project.earmarks }));
    if (skipped)
      breaches.push({
        row: `ledger_entry#${entry.id}`,
        said: `${order[last] ?? ''} was spent before ${skipped}`,
        at: entry.at,
      });
  }
  return breaches;
}

/** What a household gets back it had paid, and what is released of its promise it had promised, at every moment (docs/domain.md 8.5 (3)). */
function beyondPaid({ entries }: ProjectRecord): Breach[] {
  const standings = new Map<number, { promisedFen: number; paidFen: number }>();
  return entries.flatMap(entry => {
    const { id, householdId, at } = entry;
    if (householdId === null) return [];
    const before = standings.get(householdId) ?? { promisedFen: 0, paidFen: 0 };
    const promisedFen = before.promisedFen + movedTo('promised', [entry]);
    const paidFen = before.paidFen + paidIn([entry]);
    standings.set(householdId, { promisedFen, paidFen });
    const row = `ledger_entry#${id}`;
    if (paidFen < 0) return [{ row, said: `the household got ${-paidFen} fen more than it had paid`, at }];
    return promisedFen < 0 ? [{ row, said: `${-promisedFen} fen more were released than were promised`, at }] : [];
  });
}

function progressWhileStopped({ reports, stoppages }: ProjectRecord): Breach[] {
  return reports
    .filter(({ at }) => stoppages.some(one => covers(one, at)))
    .map(({ id, at }) => ({ row: `work_note#${id}`, said: 'progress was reported while works stood still', at }));
}

function unreached({ project, milestones }: ProjectRecord): Breach[] {
  if (!finished.includes(project.state)) return [];
  return milestones
    .filter(({ doneAt }) => doneAt === null)
    .map(({ id }) => ({ row: `milestone#${id}`, said: 'the works are finished and it was never reached', at: null }));
}

function accountOf(entries: ProjectRecord['entries'], account: RegExp): number {
  let sum = 0;
  for (const { postings } of entries)
    for (const { from, to, amountFen } of postings) {
      if (account.test(to)) sum += amountFen;
      if (account.test(from)) sum -= amountFen;
    }
  return sum;
}
