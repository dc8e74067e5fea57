import { strict as assert } from 'node:assert';
import { type FundingTurn, type Summary, pledgePostings } from '../domain/ledger.js';
import { mostFen } from '../domain/money.js';
import { Refusal } from '../domain/refusal.js';
import type { Project } from '../store/entities/project.js';
import type { MemberView } from '../store/members.js';
import type { Unit } from '../store/unit.js';
import { release } from './cancel-pledge.js';
import { checkFunding } from './check-funding.js';
import { whichProject } from './which-project.js';

export interface NewPledge {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly amountFen: number;
  /** True when the amount stands in the place of all that the household promised before (改成500). */
  readonly replaces: boolean;
  readonly now: Date;
  readonly messageId: string;
}

export interface Pledged {
  readonly project: Project;
  /** All that the household promises in this project, in fen. */
  readonly ownFen: number;
  /** What stood before and was replaced, in fen; 0 when nothing was. */
  readonly replacedFen: number;
  readonly summary: Summary;
  readonly turn: FundingTurn;
}

/** Records a promise of money. It is not money: only what the cashier records as received can be spent (domain.md 8.2). */
export async function pledgeMoney(
  unit: Unit,
  { member, no, amountFen, replaces, now, messageId }: NewPledge,
): Promise<Pledged> {
  const { householdId } = member;
  assert(householdId !== null, 'only bound members pledge');
  assert(Number.isSafeInteger(amountFen) && amountFen > 0, 'a pledge is a whole number of fen above zero');
  if (amountFen > mostFen) throw new Refusal('amount.tooLarge', { mostFen });
  const project = await whichProject(unit, { no, states: ['pledging', 'collecting'], deed: '认捐' });
  if (project.pledgeClosesAt && now > project.pledgeClosesAt) throw new Refusal('pledge.closed', { no: project.no });

  const { promisedFen, paidFen } = await unit.ledger.standingOf(project.id, householdId);
  // What is paid stays; only the promise above it is exchanged.
  const replacedFen = replaces ? promisedFen : 0;
  const keptFen = replacedFen > 0 ? Math.min(paidFen, promisedFen) : 0;
  if (replacedFen > 0 && amountFen <= keptFen) throw new Refusal('pledge.paid', { no: project.no });
  if (replacedFen > keptFen) {
    const by = member.userid;
    await release(unit, { project, householdId, amountFen: replacedFen - keptFen, by, now, messageId });
  }
  await unit.ledger.post({
    projectId: project.id,
    kind: 'pledge',
    postings: pledgePostings(amountFen - keptFen),
    why: '认捐',
    by: member.userid,
    at: now,
    householdId,
    reversesId: null,
    messageId,
  });
  const ownFen = promisedFen - replacedFen + amountFen;
  const { turn, summary } = await checkFunding(unit, project, now);
  unit.journal.add('pledge.money', {
    by: member.userid,
    at: now,
    messageId,
    facts: { no: project.no, amountFen, replacedFen },
  });
  return { project, ownFen, replacedFen, summary, turn };
}
