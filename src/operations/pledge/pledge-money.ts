import { strict as assert } from 'node:assert';
import { type Summary } from '../../domain/funds/ledger.js';
import { pledgePostings } from '../../domain/funds/postings.js';
import { mostFen } from '../../domain/money.js';
import { Refusal } from '../../domain/refusal.js';
import { isWithin, scopeWords } from '../../domain/plan/scope.js';
import { roundStates } from '../../domain/lifecycle.js';
import type { Household } from '../../store/people/household.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { release } from './cancel-pledge.js';
import { checkFunding } from './check-funding.js';
import { saysFor } from './says-for.js';
import { type Place, whichHousehold } from '../people/which-household.js';
import { outdateNotices } from './waiting-notices.js';
import { projectInScope } from '../which-project.js';

interface NewPledge {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly amountFen: number;
  /** True when the amount stands in the place of all that the household promised before (改成500). */
  readonly replaces: boolean;
  /** True when it was said as an addition to what stood (再加200): what is corrected next is the whole. */
  readonly adds?: boolean;
  /**
   * The household that it is for, where it is another one. Who gives for a neighbour still pays (docs/domain.md 8.3); a leader only says it
   * for the household, which pays itself (docs/domain.md 16).
   */
  readonly beneficiary?: Place | undefined;
  /** True when the giver does not want to be named anywhere. */
  readonly unnamed?: boolean;
}

export interface Pledged {
  readonly project: Project;
  /** All that the household promises in this project, in fen. */
  readonly ownFen: number;
  /** What stood before and was replaced, in fen; 0 when nothing was. */
  readonly replacedFen: number;
  /** The household that it is for; null when it is the giver's own. */
  readonly beneficiary: Household | null;
  /** True where a leader only said it for that household, which promises and pays itself. */
  readonly isSaidFor: boolean;
  readonly summary: Summary;
}

/** Records a promise of money. It is not money: only what the cashier records as received can be spent (docs/domain.md 8.2). */
export async function pledgeMoney(
  unit: Unit,
  { member, no, amountFen, replaces, adds = false, beneficiary, unnamed = false }: NewPledge,
): Promise<Pledged> {
  const { now } = unit;
  assert(member.householdId !== null, 'only bound members pledge');
  assert(Number.isSafeInteger(amountFen) && amountFen > 0, 'a pledge is a whole number of fen above zero');
  if (amountFen > mostFen) throw new Refusal('amount.tooLarge', { mostFen });
  const named = beneficiary ? await whichHousehold(unit, beneficiary) : null;
  // Who names the own home promises for oneself.
  const home = named?.id === member.householdId ? null : named;
  const isSaidFor = home !== null && saysFor(member, home);
  const household = isSaidFor ? home : member.household;
  const householdId = isSaidFor ? home.id : member.householdId;
  const project = await projectInScope(unit, { no, states: roundStates, deed: '认捐', household });
  if (project.pledgeClosesAt && now > project.pledgeClosesAt) throw new Refusal('pledge.closed', { no: project.no });

  const { promisedFen, paidFen } = await unit.ledger.standingOf(project.id, householdId);
  // What is paid stays; only the promise above it is exchanged.
  const replacedFen = replaces ? promisedFen : 0;
  const keptFen = replacedFen > 0 ? Math.min(paidFen, promisedFen) : 0;
  if (replacedFen > 0 && amountFen < keptFen) throw new Refusal('pledge.paid', { no: project.no });
  const ownFen = promisedFen - replacedFen + amountFen;
  ensureCap(project, { ownFen, heldFen: promisedFen - replacedFen, isOther: isSaidFor });
  if (home && !isWithin(project.scope, home))
    throw new Refusal('pledge.otherOutOfScope', { no: project.no, scope: scopeWords(project.scope) });
  if (replacedFen > keptFen) {
    await release(unit, { project, householdId, amountFen: replacedFen - keptFen, by: member.userid });
  }
  if (amountFen > keptFen) {
    const entry = await unit.ledger.post({
      projectId: project.id,
      kind: 'pledge',
      postings: pledgePostings(amountFen - keptFen),
      why: isSaidFor ? '认捐（楼长代说）' : '认捐',
      by: member.userid,
      householdId,
    });
    const beneficiaryId = isSaidFor ? null : (home?.id ?? null);
    if (beneficiaryId !== null || unnamed)
      await note(unit, { project, entry, householdId, beneficiaryId, unnamed, now });
  }
  const { turn, summary } = await checkFunding(unit, project, now);
  unit.journal.add('pledge.money', {
    by: member.userid,
    facts: { no: project.no, amountFen, replacedFen, ...(adds ? { adds } : {}), ...(isSaidFor ? { proxy: true } : {}) },
  });
  await outdateNotices(unit, project.id, [householdId]);
  if (home) await unit.tell('pledge.for-another', { project, member, home, amountFen, unnamed, isSaidFor });
  await unit.tell('funds.turned', { project, turn, summary });
  return { project, ownFen, replacedFen, beneficiary: home, isSaidFor, summary };
}

/** Nobody is to feel pressed, and no household is to buy a project: above the cap a pledge is refused (docs/domain.md 8.2). */
function ensureCap(
  { no, round }: Project,
  { ownFen, heldFen, isOther }: { ownFen: number; heldFen: number; isOther: boolean },
): void {
  const capFen = round?.capFen;
  if (capFen !== undefined && ownFen > capFen) throw new Refusal('pledge.cap', { no, capFen, heldFen, isOther });
}

/** Keeps what was asked for with an entry: for whom it is, and that nobody is to be named. */
export async function note(
  unit: Unit,
  wish: {
    project: Project;
    entry: LedgerEntry;
    householdId: number;
    beneficiaryId: number | null;
    unnamed: boolean;
    now: Date;
  },
): Promise<void> {
  const { project, entry, householdId, beneficiaryId, now } = wish;
  await unit.ledger.keepNote({
    gridId: unit.grid.id,
    projectId: project.id,
    entryNo: entry.no,
    householdId,
    beneficiaryId,
    unnamed: wish.unnamed ? 1 : 0,
    at: now,
  });
}
