import { isCommitted, plannedFen } from '../../domain/plan/funding-plan.js';
import { fundBook, type Source } from '../../domain/funds/ledger.js';
import { grantPostings, receiptPostings } from '../../domain/funds/postings.js';
import { keptFen } from '../../domain/funds/use-of-money.js';
import { fundingClasses } from '../../domain/lifecycle.js';
import { type ShareDestination, shareGoesTo } from '../../domain/market/market.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { checkFunding } from '../pledge/check-funding.js';
import { whichProject } from '../which-project.js';

interface Granting {
  /** From the fund's own money, or from the owners' common income that stands in its book. */
  readonly from: ShareDestination;
  readonly no: number;
  readonly amountFen: number;
}

/** Money is given while a project is being funded or built. */
const states = ['pledging', 'collecting', 'funded', 'in_progress'] as const;

/**
 * The cashier moves money from the fund to a project: it leaves the one account and enters the other in the same deed, and the
 * bookkeeper reconciles it there as every receipt. Only as its funding plan says, with what the source rests on, never more than
 * there is; the fund's own money only for the classes that it is for (docs/domain.md 6.1, 6.3).
 */
export async function grantMoney(
  unit: Unit,
  { from, no, amountFen }: Granting,
): Promise<{ entry: LedgerEntry; leftFen: number }> {
  const project = await whichProject(unit, { no, states, deed: '拨款' });
  const { held, intoProject } = shareGoesTo[from];
  ensureMeant(project, from, unit.now);
  const { fundingPlan } = project;
  if (!fundingPlan || !isCommitted(fundingPlan, intoProject)) throw new Refusal('fund.notCommitted', { no, from });
  const openFen = plannedFen(fundingPlan, intoProject) - (await cameIn(unit, project, intoProject));
  if (amountFen > openFen) throw new Refusal('fund.planned', { no, leftFen: Math.max(0, openFen) });
  const book = fundBook(unit.grid.id);
  const balances = await unit.ledger.balances(book);
  const balanceFen = held.reduce((sum, source) => sum + (balances[`cash/${source}`] ?? 0), 0);
  if (amountFen > balanceFen) throw new Refusal('fund.short', { from, balanceFen });

  const postings = receiptPostings(intoProject, amountFen);
  const why = `${shareGoesTo[from].said}拨付`;
  const entry = await unit.ledger.post({ projectId: project.id, kind: 'receipt', postings, why });
  await unit.ledger.post({
    projectId: book,
    kind: 'grant',
    postings: grantPostings(balances, held, amountFen),
    why: `拨付${no}号项目`,
    covers: [entry.no],
  });
  const { turn, summary } = await checkFunding(unit, project, unit.now);
  unit.journal.add('fund.grant', { facts: { no, from, voucher: entry.no, amountFen } });
  await unit.tell('funds.turned', { project, turn, summary });
  return { entry, leftFen: balanceFen - amountFen };
}

/** Money that the market earns is granted from the fund's book, and does not come to a project past it. */
export async function ensureNotPastFund(unit: Unit, no: number, source: Source): Promise<void> {
  if (source !== 'charity_fund' && source !== 'market_share') return;
  if ((await unit.market.agreements()).length > 0) throw new Refusal('fund.throughBook', { no, source });
}

/**
 * A surplus that a plan hands to the charity fund comes into the fund's book, where the grid has one, and waits there for the
 * bookkeeper: `passed` is the project's entry.
 */
export async function surplusToFund(unit: Unit, passed: LedgerEntry, amountFen: number): Promise<void> {
  if ((await unit.market.agreements()).length === 0) return;
  await unit.ledger.post({
    projectId: fundBook(unit.grid.id),
    kind: 'receipt',
    postings: receiptPostings('residents', amountFen),
    why: '项目余款转入',
    covers: [passed.no],
  });
}

/**
 * What of a project's money goes back to where it came from goes back into the fund's book, so far as it came from there: `undone` is
 * the project's entry that took it out.
 */
export async function backToFund(
  unit: Unit,
  undone: LedgerEntry,
  { source, amountFen }: { source: Source; amountFen: number },
): Promise<void> {
  const from = (['fund', 'owners'] as const).find(one => shareGoesTo[one].intoProject === source);
  if (!from) return;
  const { source: into, held } = shareGoesTo[from];
  const backFen = Math.min(amountFen, await grantedFen(unit, undone.projectId, held));
  if (backFen <= 0) return;
  await unit.ledger.post({
    projectId: fundBook(unit.grid.id),
    kind: 'grant.back',
    postings: [{ from: 'granted', to: `cash/${into}`, amountFen: backFen }],
    why: '拨款退回',
    covers: [undone.no],
  });
}

/** What the fund's book gave a project of one kind of its money, and did not get back, in fen. */
async function grantedFen(unit: Unit, projectId: number, held: readonly Source[]): Promise<number> {
  const own = new Set((await unit.ledger.entries(projectId)).map(({ no }) => no));
  const accounts = new Set<string>(held.map(source => `cash/${source}`));
  const moved = await unit.ledger.entries(fundBook(unit.grid.id), ['grant', 'grant.back']);
  return moved
    .filter(({ covers }) => covers?.some(no => own.has(no)))
    .flatMap(({ postings }) => postings)
    .reduce(
      (sum, { from, to, amountFen }) => sum + (accounts.has(from) ? amountFen : accounts.has(to) ? -amountFen : 0),
      0,
    );
}

function ensureMeant({ no, fundingClass }: Project, from: ShareDestination, now: Date): void {
  const { fundClasses } = rulesAt(now);
  if (from === 'fund' && !(fundingClass && fundClasses.includes(fundingClass)))
    throw new Refusal('fund.class', { no, classes: fundClasses.map(one => fundingClasses[one]) });
}

/** What has come in of a source and was not given back, recorded or reconciled, in fen. */
async function cameIn(unit: Unit, { id }: Project, source: Source): Promise<number> {
  return keptFen(source, await unit.ledger.entries(id));
}
