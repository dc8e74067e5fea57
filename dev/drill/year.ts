import { strict as assert } from 'node:assert';
import { verify } from '../../src/process/commands/verify.js';
import { type Source } from '../../src/domain/funds/ledger.js';
import {
  cancelPostings,
  pledgePostings,
  receiptPostings,
  reconcilePostings,
  refundPostings,
  releasePostings,
  reversePostings,
  spendPostings,
} from '../../src/domain/funds/postings.js';
import { createGrid } from '../../src/operations/people/set-up-grid.js';
import type { Grid } from '../../src/store/people/grid.js';
import type { LedgerEntry } from '../../src/store/funds/ledger-entry.js';
import type { NewEntry } from '../../src/store/funds/ledger.js';
import type { Store } from '../../src/store/engine/store.js';
import type { Unit } from '../../src/store/engine/unit.js';
import { chance } from './bot.js';

/** As many as the county has grids and projects a year (docs/domain.md 11). */
const projectsPerGrid = 2.5;
const householdCount = 118;
const months = 12;
const begin = new Date('2026-01-05T08:00:00+08:00');
const monthMs = 30 * 86_400_000;
const minuteMs = 60_000;
const others: readonly Source[] = ['subsidy', 'public_revenue', 'charity_fund', 'maintenance_fund'];
const budgetLines = ['材料', '人工', '运输'].map((name, index) => ({ name, amountFen: 2_000_000 * (3 - index) }));

interface YearReport {
  readonly projects: number;
  readonly entries: number;
  /** How many entries there are of which kind. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly writtenInS: number;
  readonly verifiedInS: number;
  readonly checks: readonly string[];
  readonly faults: readonly string[];
}

interface Work {
  readonly projectId: number;
  /** The vouchers that the bookkeeper has not yet reconciled. */
  waiting: LedgerEntry[];
  /** Payments that stand. */
  payments: LedgerEntry[];
}

/**
 * A year of a county's money in the real tables: promises, some taken back, receipts of all sources, reconciliations, payments by
 * line with money kept back, corrections and refunds, chained, sealed and added up as in the bot. Then `verify` must find all of it true.
 */
export async function yearDrill({
  store,
  projects,
  entries,
  seed,
  seconds,
}: {
  store: Store;
  projects: number;
  entries: number;
  seed: number;
  /** A clock to time the drill with. */
  seconds: () => number;
}): Promise<YearReport> {
  const random = chance(seed);
  const beganAt = seconds();
  const works = await openProjects(store, projects);
  const kinds: Record<string, number> = {};
  let written = 0;
  for (let month = 0; month < months; month += 1) {
    for (const [index, { grid, own }] of works.entries()) {
      const due = Math.round((entries * (month * works.length + index + 1)) / (months * works.length));
      await store.inGrid(grid, async unit => {
        for (let minute = 0; written < due; minute += 1) {
          const at = new Date(begin.getTime() + month * monthMs + minute * minuteMs);
          const work = own[minute % own.length];
          assert(work, 'a grid has a project');
          const { kind } = await deed(unit, { work, month, at, random });
          kinds[kind] = (kinds[kind] ?? 0) + 1;
          written += 1;
        }
        unit.journal.add('drill', { by: 'operator', at: begin });
      });
    }
  }
  const writtenAt = seconds();
  const lines: string[] = [];
  const holds = await verify(store, line => lines.push(line));
  return {
    projects,
    entries: written,
    kinds,
    writtenInS: writtenAt - beganAt,
    verifiedInS: seconds() - writtenAt,
    checks: lines,
    faults: holds ? [] : lines.slice(-1),
  };
}

/** The projects, spread over their grids. */
async function openProjects(store: Store, projects: number): Promise<{ grid: Grid; own: Work[] }[]> {
  const gridCount = Math.ceil(projects / projectsPerGrid);
  const works: { grid: Grid; own: Work[] }[] = [];
  for (let index = 0; index < gridCount; index += 1) {
    const many = Math.floor((projects * (index + 1)) / gridCount) - Math.floor((projects * index) / gridCount);
    await store.inUnit(async open => {
      const unit = await createGrid(open, {
        code: `year-${index}`,
        name: `第${index + 1}网格`,
        community: '花园社区',
        now: begin,
      });
      assert(unit, 'the record is empty');
      const own: Work[] = [];
      for (let one = 0; one < many; one += 1)
        own.push({ projectId: await openProject(unit), waiting: [], payments: [] });
      unit.journal.add('drill', { by: 'operator', at: begin });
      works.push({ grid: unit.grid, own });
    });
  }
  return works;
}

async function openProject(unit: Unit): Promise<number> {
  const { id } = await unit.projects.keep({
    gridId: unit.grid.id,
    no: await unit.projects.takeNo(),
    title: '更换老化的电力线路',
    place: '3号楼',
    proposerId: 1,
    state: 'in_progress',
    stateSince: begin,
    fundingClass: 'urgent',
    costFen: null,
    budgetFen: budgetLines.reduce((sum, { amountFen }) => sum + amountFen, 0),
    planText: '换电缆',
    planVersion: 1,
    planPublishedAt: begin,
    pledgeClosesAt: null,
    percent: 0,
    acceptedAt: null,
    settledAt: null,
    openedAt: begin,
    budgetLines,
    earmarks: { subsidy: ['材料'] },
  });
  return id;
}

interface Moment {
  readonly work: Work;
  readonly month: number;
  readonly at: Date;
  readonly random: () => number;
}

/** How likely a deed is, in percent, and from which month on; the rest are promises. */
const deeds: readonly [number, number, (unit: Unit, moment: Moment) => Promise<LedgerEntry | null>][] = [
  [35, 0, receive],
  [7, 0, reconcile],
  [5, 0, cancel],
  [13, 4, pay],
  [4, 0, reverse],
  [3, 7, release],
  [16, 10, refund],
];

/** One deed by chance, such as the time of the year brings; what is not possible now becomes a promise. */
async function deed(unit: Unit, moment: Moment): Promise<LedgerEntry> {
  let roll = moment.random() * 100;
  const chosen = deeds.find(([percent]) => (roll -= percent) < 0);
  const made = chosen && moment.month >= chosen[1] ? await chosen[2](unit, moment) : null;
  return made ?? (await pledge(unit, moment));
}

async function post(
  unit: Unit,
  { work: { projectId }, at }: Moment,
  entry: Omit<NewEntry, 'projectId' | 'at' | 'by'>,
): Promise<LedgerEntry> {
  return unit.ledger.post({ projectId, at, by: 'cashier', ...entry });
}

function household({ random }: Moment): number {
  return 1 + Math.floor(random() * householdCount);
}

/** Anything from 1 fen to 2 000 yuan. */
function amount({ random }: Moment): number {
  return 1 + Math.floor(random() * 200_000);
}

async function pledge(unit: Unit, moment: Moment): Promise<LedgerEntry> {
  const postings = pledgePostings(amount(moment));
  return post(unit, moment, { kind: 'pledge', postings, why: '认捐', householdId: household(moment) });
}

async function cancel(unit: Unit, moment: Moment): Promise<LedgerEntry | null> {
  const householdId = household(moment);
  const { promisedFen } = await unit.ledger.standingOf(moment.work.projectId, householdId);
  if (promisedFen === 0) return null;
  return post(unit, moment, {
    kind: 'pledge.cancel',
    postings: cancelPostings(promisedFen),
    why: '撤回认捐',
    householdId,
  });
}

async function receive(unit: Unit, moment: Moment): Promise<LedgerEntry> {
  const other = moment.random() < 0.1 ? others[Math.floor(moment.random() * others.length)] : undefined;
  const postings = receiptPostings(other ?? 'residents', amount(moment));
  const householdId = other ? null : household(moment);
  const entry = await post(unit, moment, { kind: 'receipt', postings, why: '收款', householdId });
  moment.work.waiting.push(entry);
  return entry;
}

async function reconcile(unit: Unit, moment: Moment): Promise<LedgerEntry | null> {
  const { work } = moment;
  const postings = reconcilePostings(await unit.ledger.balances(work.projectId));
  if (postings.length === 0) return null;
  const covers = work.waiting.map(({ no }) => no);
  work.waiting = [];
  return post(unit, moment, { kind: 'reconcile', postings, why: '对账', covers });
}

/** A payment from a line of the budget, for a request that was approved; of every third one 3 % stay back. */
async function pay(unit: Unit, moment: Moment): Promise<LedgerEntry | null> {
  const { work, at, random } = moment;
  const line = budgetLines[Math.floor(random() * budgetLines.length)];
  assert(line, 'the budget has lines');
  const balances = await unit.ledger.balances(work.projectId);
  const spent = (await unit.ledger.spentByLine(work.projectId, [line.name])).get(line.name) ?? 0;
  const amountFen = Math.min(balances['cash/residents'] ?? 0, line.amountFen - spent, amount(moment));
  if (amountFen <= 0) return null;
  const retainedFen = random() < 0.33 ? Math.floor(amountFen * 0.03) : 0;
  const purpose = { line: line.name, earmarks: { subsidy: ['材料'] } };
  const postings = spendPostings(balances, amountFen, { ...purpose, retainedFen });
  const entry = await post(unit, moment, {
    kind: 'spend',
    postings,
    why: `付${line.name}款`,
    evidence: 'ab'.repeat(32),
  });
  await unit.spending.add({
    projectId: work.projectId,
    amountFen,
    purpose: entry.why,
    line: line.name,
    photo: entry.evidence,
    askedById: 1,
    askedAt: at,
    state: 'paid',
    checkedById: 2,
    checkedAt: at,
    // What one payee gets within 30 days may take two, and the team's word.
    approvals: [3, 4],
    clearedById: 5,
    approvedAt: at,
    entryNo: entry.no,
    ...(retainedFen > 0 ? { retainedFen, warrantyOn: '2026-06-30' } : {}),
  });
  work.payments.push(entry);
  return entry;
}

/** What was kept back of the oldest payment is paid out after its warranty. */
async function release(unit: Unit, moment: Moment): Promise<LedgerEntry | null> {
  const { work } = moment;
  for (const payment of work.payments) {
    const request = await unit.spending.byVoucher(payment.no);
    if (!request?.retainedFen) continue;
    const postings = releasePostings(payment.postings, request.line);
    const entry = await post(unit, moment, { kind: 'release', postings, why: `付质保金（第${payment.no}号凭证）` });
    await unit.spending.keep(Object.assign(request, { releasedNo: entry.no }));
    work.payments = work.payments.filter(one => one !== payment);
    return entry;
  }
  return null;
}

/** The newest receipt that waits, or the newest payment, is taken back. */
async function reverse(unit: Unit, moment: Moment): Promise<LedgerEntry | null> {
  const { work, random } = moment;
  const entry = random() < 0.5 ? work.waiting.pop() : work.payments.pop();
  if (!entry) return null;
  const request = await unit.spending.byVoucher(entry.no);
  if (request) await unit.spending.keep(Object.assign(request, { state: 'approved', entryNo: null }));
  return post(unit, moment, {
    kind: 'reverse',
    postings: reversePostings(entry.postings),
    why: `冲销第${entry.no}号：记错了`,
    householdId: entry.householdId,
    reversesId: entry.id,
  });
}

async function refund(unit: Unit, moment: Moment): Promise<LedgerEntry | null> {
  const { projectId, waiting } = moment.work;
  // What is not reconciled may still be taken back: first the books are closed, then money goes back.
  if (waiting.length > 0) return null;
  const householdId = household(moment);
  const { paidFen } = await unit.ledger.standingOf(projectId, householdId);
  const thereFen = (await unit.ledger.balances(projectId))['cash/residents'] ?? 0;
  const amountFen = Math.min(paidFen, thereFen);
  if (amountFen === 0) return null;
  return post(unit, moment, { kind: 'refund', postings: refundPostings(amountFen), why: '余款退还', householdId });
}
