import type { FundingTurn, Standing, Summary } from '../../domain/funds/ledger.js';
import type { FundingClass } from '../../domain/lifecycle.js';
import type { Emergency } from '../../domain/plan/emergency.js';
import type { PlannedSource } from '../../domain/plan/funding-plan.js';
import type { PlanChange } from '../../domain/plan/facts.js';
import type { Tally } from '../../domain/poll/tally.js';
import type { LedgerEntry } from '../funds/ledger-entry.js';
import type { Meeting } from '../meeting/meeting.js';
import type { Household } from '../people/household.js';
import type { Member } from '../people/member.js';
import type { Objection } from '../plan/objection.js';
import type { Poll } from '../poll/poll.js';
import type { Project } from '../proposal/project.js';
import type { TeamMonth } from '../works/team-month.js';

/**
 * Everything that somebody has to hear of, with what is known of it. An operation ends by telling it (`unit.tell`); the file of the same
 * name in `publish/` says who hears it and in which words: `poll.closed` is `publish/poll/closed.ts`.
 */
export interface Facts {
  /** Payments of a bank's list were booked as receipts. */
  'funds.booked': { readonly project: Project; readonly receipts: readonly BookedReceipt[] };
  /** A refund did not reach its household, and waits for it. */
  'funds.held': { readonly project: Project; readonly entry: LedgerEntry };
  /** Money went out, or back to where it came from; the occasion tells one such deed from the next. */
  'funds.moved': { readonly project: Project; readonly occasion: string };
  'funds.received': ReceiptFacts;
  /** An entry was taken back by another one. */
  'funds.reversed': {
    readonly project: Project;
    readonly entry: LedgerEntry;
    readonly reversed: LedgerEntry;
    readonly reason: string;
  };
  /** The final accounts are open. Of what is left, so much is the residents', of so many households. */
  'funds.settled': { readonly project: Project; readonly refundFen: number; readonly households: number };
  /** What is promised covers a project, no longer does, or its money is there. */
  'funds.turned': { readonly project: Project; readonly turn: FundingTurn; readonly summary: Summary };
  'meeting.called': { readonly meeting: Meeting };
  'meeting.moved': { readonly meeting: Meeting };
  /** Its minutes are there. `present` is how many households came. */
  'meeting.minuted': { readonly meeting: Meeting; readonly present: number };
  /** Something was added to its minutes. */
  'meeting.supplemented': { readonly meeting: Meeting; readonly added: string; readonly at: Date };
  'plan.answered': { readonly project: Project; readonly objection: Objection };
  'plan.objected': { readonly project: Project; readonly objection: Objection };
  'plan.published': Version;
  /** The rule by which it is decided has changed, so it is on display anew. */
  'plan.republished': { readonly project: Project };
  'plan.withdrawn': { readonly project: Project; readonly reason: string };
  /** Other money takes over what a round fell short of. */
  'pledge.covered': GapCovered;
  'pledge.ended': RoundEnd;
  /** A secretary gives a round up. */
  'pledge.released': RoundEnd;
  /** A round falls short by so much, and its secretaries may still act. */
  'pledge.short': { readonly project: Project; readonly gapFen: number };
  'poll.closed': { readonly poll: Poll; readonly project: Project | null; readonly tally: Tally };
  /** The review of a result is over, and what was decided holds from `at` on. */
  'poll.effective': { readonly project: Project; readonly at: Date };
  'poll.extended': { readonly poll: Poll };
  /** It ends at another moment than was told when it was opened. */
  'poll.moved': { readonly poll: Poll };
  'poll.opened': { readonly poll: Poll; readonly project: Project | null };
  /** It ends soon, and households are missing. */
  'poll.reminded': { readonly poll: Poll; readonly tally: Tally };
  /** The class of a project is another one than before. */
  'proposal.reclassified': { readonly project: Project; readonly before: FundingClass; readonly reason: string };
  /** The supervisors have accepted the works: so many of the team signed. `next` is the next step in words. */
  'works.accepted': {
    readonly project: Project;
    readonly signed: number;
    readonly team: number;
    readonly next: string;
  };
  'works.archived': { readonly project: Project };
  /** A project was given up; so much goes back to so many households, in fen. */
  'works.cancelled': {
    readonly project: Project;
    readonly reason: string;
    readonly refundFen: number;
    readonly households: number;
  };
  /** Something cannot wait for a vote. */
  'works.emergency': { readonly project: Project; readonly emergency: Emergency };
  /** Nobody has looked at the works for so many working days in a row; `onDuty` is whose turn it is. */
  'works.unwatched': { readonly project: Project; readonly days: number; readonly onDuty: Member | null };
  /** The team's report of a month, with how many are in the team. */
  'works.reported': { readonly project: Project; readonly report: TeamMonth; readonly team: number };
  /** Works that cannot wait begin: two have confirmed them on the spot. */
  'works.started': { readonly project: Project; readonly emergency: Emergency };
}

/** A version of a plan. */
export interface Version {
  readonly project: Project;
  /** What this version says differently from the one that was on display; empty for a first one. */
  readonly changes: readonly PlanChange[];
  /** True when the days on display begin with this version. */
  readonly restarts: boolean;
}

export interface BookedReceipt {
  readonly userid: string;
  readonly amountFen: number;
  readonly voucher: number;
  /** What the household promises and has paid now. */
  readonly standing: Standing;
}

export interface ReceiptFacts {
  readonly project: Project;
  readonly entry: LedgerEntry;
  readonly amountFen: number;
  readonly household: Household | null;
  /** For whom, where it is another household; null else. */
  readonly beneficiary: Household | null;
  /** What the paying household promises and has paid now; null for other money. */
  readonly standing: Standing | null;
  /** True when the giver asked not to be named. */
  readonly unnamed: boolean;
  /** The payer's accounts, to be told in private. */
  readonly payers: readonly string[];
}

/** How a round ended: with enough to collect, or with every promise released. */
export interface RoundEnd {
  readonly project: Project;
  readonly outcome: 'minimum' | 'failed';
  readonly summary: Summary;
  /** What is missing of what residents were asked for, in fen, and how many households where every one has to take part. */
  readonly gapFen: number;
  readonly households: number;
  /** What goes back, in fen: to residents, and to whom else money came from. */
  readonly back: { readonly residentsFen: number; readonly othersFen: number };
}

export interface GapCovered {
  readonly project: Project;
  readonly given: readonly PlannedSource[];
  /** What is still missing, in fen. */
  readonly leftFen: number;
  readonly summary: Summary;
  readonly turn: FundingTurn;
}

export type FactName = keyof Facts;
