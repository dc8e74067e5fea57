import { momentWords } from '../../domain/calendar.js';
import { movedTo } from '../../domain/funds/ledger.js';
import { yuan } from '../../domain/money.js';
import { isWithin } from '../../domain/plan/scope.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { MemberView } from '../../store/people/members.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { hasNoBallot, ownBallot } from '../ballot/own-ballot.js';

/** What the own household has done in a matter, for its own eyes, and the form that changes it while that may be. */
export interface OwnStanding {
  readonly no: number;
  /** `3号表决 刷什么颜色`. */
  readonly name: string;
  readonly words: string;
  readonly change: readonly [href: string, words: string] | null;
}

/** The own ballot: while the poll is open with the way to cast or change it, afterwards what it was; null for whoever had none in it. */
export async function ownVote(
  unit: Unit,
  { household, householdId }: MemberView,
  poll: Poll,
  now: Date,
): Promise<OwnStanding | null> {
  if (!household || householdId === null || !isWithin(poll.scope, household)) return null;
  const { no, question, closesAt } = poll;
  const own = await ownBallot(unit, poll, householdId, now);
  const isOpen = poll.closedAt === null && closesAt > now;
  const isCast = !hasNoBallot(own);
  if (!isOpen && !isCast) return null;
  return {
    no,
    name: `${no}号表决 ${question}`,
    words: `${own}。${momentWords(closesAt, now)}截止${isOpen ? '' : '，不能再改'}`,
    change: isOpen ? [`/desk/do/poll.vote?no=${no}`, isCast ? '改我家的票' : '去投票'] : null,
  };
}

/** What the household promised and paid, and the form that changes it while that may be; null where it is nothing. */
export async function ownPledge(
  unit: Unit,
  { householdId }: MemberView,
  project: Project,
  now: Date,
): Promise<OwnStanding | null> {
  const { id, no, title, state, pledgeClosesAt } = project;
  const words = householdId === null ? [] : await givenWords(unit, project, householdId);
  if (householdId === null || words.length === 0) return null;
  const { promisedFen, paidFen } = await unit.ledger.standingOf(id, householdId);
  const mayPay = promisedFen > paidFen && state === 'collecting' ? ['正在收款，方便时交给社区出纳'] : [];
  const mayChange = promisedFen > paidFen && state === 'pledging' && (!pledgeClosesAt || pledgeClosesAt > now);
  const href = `/desk/do/pledge.money?no=${no}&replaces=true`;
  return {
    no,
    name: `${no}号 ${title}`,
    words: [...words, ...mayPay].join('，'),
    change: mayChange ? [href, '改认捐'] : null,
  };
}

/**
 * What a household promised and gave for a project, in money, things and work; empty where it is nothing. Voluntary money is never called
 * owed: what was promised and what was paid stand side by side (docs/domain.md 6.3).
 */
export async function givenWords(
  unit: Unit,
  { id, state }: Pick<Project, 'id' | 'state'>,
  householdId: number,
): Promise<string[]> {
  const { promisedFen, paidFen } = await unit.ledger.standingOf(id, householdId);
  const offers = (await unit.ledger.offers(id)).filter(
    one => one.householdId === householdId && one.cancelledAt === null,
  );
  // What was given back was paid: nobody is to look as if they owed it.
  const backFen = promisedFen === 0 ? 0 : movedTo('refunded', await refundsOf(unit, id, householdId));
  const words = [
    promisedFen > 0 && `认捐${yuan(promisedFen)}`,
    (paidFen + backFen > 0 || (promisedFen > 0 && state !== 'pledging')) && `已交${yuan(paidFen + backFen)}`,
    backFen > 0 && `退回${yuan(backFen)}`,
    promisedFen > paidFen && state === 'pledging' && '还没开始收款',
    ...offers.map(({ kind, what, fulfilledAt }) => {
      const said = kind === 'goods' ? `捐${what ?? '物'}` : `出工${what ? `：${what}` : ''}`;
      return `${said}${fulfilledAt ? '（已兑现）' : ''}`;
    }),
  ];
  return words.filter(word => word !== false);
}

async function refundsOf(unit: Unit, projectId: number, householdId: number): Promise<LedgerEntry[]> {
  const entries = await unit.ledger.entries(projectId, ['refund', 'refund.return', 'refund.claim']);
  return entries.filter(entry => entry.householdId === householdId);
}
