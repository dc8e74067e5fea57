import type { MonthOfPoints } from '../../domain/credit/points-month.js';
import type { FundingTurn, Standing, Summary } from '../../domain/funds/ledger.js';
import type { FundingClass } from '../../domain/lifecycle.js';
import type { Emergency } from '../../domain/plan/emergency.js';
import type { PlannedSource } from '../../domain/plan/funding-plan.js';
import type { PlanChange } from '../../domain/plan/facts.js';
import type { Tally } from '../../domain/poll/tally.js';
import type { Contest } from '../contest/contest.js';
import type { ContestAnswer } from '../contest/contest-answer.js';
import type { ContestObjection } from '../contest/contest-objection.js';
import type { DispatchAction } from '../county/dispatch-action.js';
import type { Appeal } from '../credit/appeal.js';
import type { PointEntry } from '../credit/point-entry.js';
import type { Redemption } from '../credit/redemption.js';
import type { Reward } from '../credit/reward.js';
import type { ServiceSession } from '../credit/service-session.js';
import type { ServiceShift } from '../credit/service-shift.js';
import type { LedgerEntry } from '../funds/ledger-entry.js';
import type { SpendRequest } from '../funds/spend-request.js';
import type { MarketAgreement } from '../market/market-agreement.js';
import type { MarketSpace } from '../market/market-space.js';
import type { Meeting } from '../meeting/meeting.js';
import type { Household } from '../people/household.js';
import type { Member } from '../people/member.js';
import type { MemberView } from '../people/members.js';
import type { Objection } from '../plan/objection.js';
import type { Offer } from '../pledge/offer.js';
import type { Poll } from '../poll/poll.js';
import type { Project } from '../proposal/project.js';
import type { Finding } from '../works/finding.js';
import type { Milestone } from '../works/milestone.js';
import type { TeamMonth } from '../works/team-month.js';

/**
 * Everything that somebody has to hear of, with what is known of it. An operation ends by telling it (`unit.tell`); the file of the same
 * name in `publish/` says who hears it and in which words: `poll.closed` is `publish/poll/closed.ts`.
 */
export interface Facts {
  'contest.answered': {
    readonly userid: string;
    readonly objection: ContestObjection;
    readonly answer: ContestAnswer;
  };
  'contest.objected': { readonly organiser: string; readonly objections: readonly ContestObjection[] };
  /** The days for objections are over. */
  'contest.over': { readonly organiser: string; readonly contest: Contest };
  /** Every grid has handed in its figures; the lists are a draft. */
  'contest.scored': { readonly contest: Contest };
  /** The lists are open to objections, or final. */
  'contest.shown': { readonly contest: Contest };
  /** A dispatch meeting asked somebody for something. */
  'county.asked': { readonly action: DispatchAction; readonly owner: Member };
  'county.done': { readonly action: DispatchAction };
  'credit.answered': { readonly appeal: Appeal };
  'credit.appealed': { readonly appeal: Appeal };
  'credit.awarded': { readonly receiver: Member; readonly points: number; readonly reason: string };
  /** A reward was handed over. */
  'credit.collected': { readonly redemption: Redemption; readonly reward: Reward };
  'credit.expiring': { readonly userid: string; readonly points: number; readonly expiresAt: Date };
  /** A reward was not fetched in time; its points have gone back. */
  'credit.lapsed': { readonly redemption: Redemption; readonly reward: Reward };
  /** What was earned in a month is listed, and a part of it checked. */
  'credit.month': { readonly points: MonthOfPoints };
  'credit.reversed': { readonly reversed: PointEntry; readonly owner: Member; readonly reason: string };
  /** Hours count from now on; so many of them were flagged. */
  'credit.served': {
    readonly session: ServiceSession;
    readonly shifts: readonly ServiceShift[];
    readonly flagged: number;
  };
  /** A payment was asked for. */
  'funds.asked': { readonly project: Project; readonly request: SpendRequest };
  /** Payments of a bank's list were booked as receipts. */
  'funds.booked': { readonly project: Project; readonly receipts: readonly BookedReceipt[] };
  /** A share of a surplus is so small that its household may leave it to the next project. */
  'funds.change-left': { readonly project: Project; readonly shares: readonly Share[] };
  /** A payment goes on in spite of what stood in its way. */
  'funds.despite': {
    readonly project: Project;
    readonly request: SpendRequest;
    readonly stops: readonly string[];
    readonly reason: string;
  };
  /** A refund did not reach its household, and waits for it. */
  'funds.held': {
    readonly project: Project;
    readonly entry: LedgerEntry;
    readonly householdId: number;
    readonly amountFen: number;
  };
  /** Money went out, or back to where it came from; the occasion tells one such deed from the next. */
  'funds.moved': { readonly project: Project; readonly occasion: string };
  /** A supervisor holds a payment up. */
  'funds.paused': { readonly request: SpendRequest };
  'funds.received': ReceiptFacts;
  /** Residents have their money back, each household its share. */
  'funds.refunded': { readonly project: Project; readonly shares: readonly Share[] };
  'funds.refused': { readonly request: SpendRequest };
  /** A warranty is over, and what was kept back can be paid. */
  'funds.retention-due': { readonly project: Project | null; readonly request: SpendRequest };
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
  'market.agreed': {
    readonly agreement: MarketAgreement;
    readonly space: MarketSpace;
    readonly contact: Member | null;
  };
  /** A share came in for a period. */
  'market.received': {
    readonly agreement: MarketAgreement;
    readonly period: string;
    readonly amountFen: number;
    readonly leftFen: number;
  };
  'meeting.called': { readonly meeting: Meeting };
  /** Its minutes are there. `present` is how many households came. */
  'meeting.minuted': { readonly meeting: Meeting; readonly present: number };
  'meeting.moved': { readonly meeting: Meeting };
  /** Something was added to its minutes. */
  'meeting.supplemented': { readonly meeting: Meeting; readonly added: string; readonly at: Date };
  /** Somebody was asked to advise the community. */
  'people.adviser': { readonly adviser: Member };
  'plan.answered': { readonly project: Project; readonly objection: Objection };
  'plan.objected': { readonly project: Project; readonly objection: Objection };
  'plan.published': Version;
  /** Whom it was sent to has seen to it. */
  'plan.referral-done': { readonly project: Project; readonly how: string };
  /** The day has passed, and nothing came of it. */
  'plan.referral-late': { readonly project: Project };
  /** Somebody else has to pay, and was asked to by a day. */
  'plan.referred': { readonly project: Project };
  /** The rule by which it is decided has changed, so it is on display anew. */
  'plan.republished': { readonly project: Project };
  'plan.withdrawn': { readonly project: Project; readonly reason: string };
  /** Other money takes over what a round fell short of. */
  'pledge.covered': GapCovered;
  'pledge.ended': RoundEnd;
  /** An open round ends later. */
  'pledge.extended': { readonly project: Project };
  /** Somebody promised for another household. */
  'pledge.for-another': PledgeForAnother;
  /** Goods or labour that were promised have come. */
  'pledge.fulfilled': { readonly project: Project; readonly offer: Offer };
  /** Somebody who is no household gave something. */
  'pledge.gift': { readonly project: Project; readonly what: string; readonly giver: string; readonly nth: number };
  /** A secretary gives a round up. */
  'pledge.released': RoundEnd;
  /** A round falls short by so much, and its secretaries may still act. */
  'pledge.short': { readonly project: Project; readonly gapFen: number };
  /** A household took its promise back; it stood for these others. */
  'pledge.withdrawn': { readonly project: Project; readonly beneficiaries: readonly number[] };
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
  'proposal.renamed': { readonly project: Project; readonly was: string };
  /** So many households have seconded it that it is a topic; `next` is the next step in words. */
  'proposal.seconded': { readonly project: Project; readonly count: number; readonly next: string };
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
  /** Works are done, as their report says; `next` is the next step in words. */
  'works.completed': { readonly project: Project; readonly text: string; readonly next: string };
  /** Something cannot wait for a vote. */
  'works.emergency': { readonly project: Project; readonly emergency: Emergency };
  /** A fault is said to be mended; the team has to look. */
  'works.mended': { readonly project: Project; readonly finding: Finding };
  /** A milestone was reported; the team has to look. */
  'works.reached': { readonly project: Project; readonly milestone: Milestone };
  /** The team's report of a month, with how many are in the team. */
  'works.reported': { readonly project: Project; readonly report: TeamMonth; readonly team: number };
  /** Works that cannot wait begin: two have confirmed them on the spot. */
  'works.started': { readonly project: Project; readonly emergency: Emergency };
  'works.team-set': { readonly project: Project; readonly team: readonly Member[] };
  /** Nobody has looked at the works for so many working days in a row; `onDuty` is whose turn it is. */
  'works.unwatched': { readonly project: Project; readonly days: number; readonly onDuty: Member | null };
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

/** What a household gets of a surplus, in fen. */
export interface Share {
  readonly householdId: number;
  readonly amountFen: number;
}

export interface PledgeForAnother {
  readonly project: Project;
  readonly member: MemberView;
  readonly home: Household;
  readonly amountFen: number;
  /** True where the giver is not to be named. */
  readonly unnamed: boolean;
  /** True where a leader only said it for that household, which promises and pays itself. */
  readonly isSaidFor: boolean;
}

export type FactName = keyof Facts;
