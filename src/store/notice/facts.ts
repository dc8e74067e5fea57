import type { MonthOfPoints } from '../../domain/credit/points-month.js';
import type { FundingTurn, Summary } from '../../domain/funds/ledger.js';
import type { OpenMatter } from '../../domain/funds/open-matters.js';
import type { FundingClass } from '../../domain/lifecycle.js';
import type { Place } from '../../domain/label.js';
import type { Emergency } from '../../domain/plan/emergency.js';
import type { Tally } from '../../domain/poll/tally.js';
import type { TookPart } from '../../domain/proposal/taking-part.js';
import type { MonthFigures } from '../../domain/works/month-figures.js';
import type { Ballot } from '../ballot/ballot.js';
import type { Mandate } from '../ballot/mandate.js';
import type { PaperBallot } from '../ballot/paper-ballot.js';
import type { HelperNote } from '../ballot/helper-note.js';
import type { ContestAnswer } from '../contest/contest-answer.js';
import type { ContestObjection } from '../contest/contest-objection.js';
import type { Contest } from '../contest/contest.js';
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
import type { LateShare } from '../market/market-standing.js';
import type { Meeting } from '../meeting/meeting.js';
import type { Household } from '../people/household.js';
import type { Member } from '../people/member.js';
import type { MemberView } from '../people/members.js';
import type { Objection } from '../plan/objection.js';
import type { Offer } from '../pledge/offer.js';
import type { Poll } from '../poll/poll.js';
import type { Idea } from '../proposal/idea.js';
import type { Project } from '../proposal/project.js';
import type { Report } from '../proposal/report.js';
import type { DueProgress } from '../works/due-progress.js';
import type { Finding } from '../works/finding.js';
import type { Milestone } from '../works/milestone.js';
import type { OutsideTask } from '../works/outside-task.js';
import type { Task } from '../works/task.js';
import type { Stoppage } from '../works/stoppage.js';
import type { TeamMonth } from '../works/team-month.js';
import type {
  Bond,
  BookedReceipt,
  DispatchLevel,
  Due,
  GapCovered,
  PledgeForAnother,
  ReceiptFacts,
  RoundEnd,
  Share,
  Unpaid,
  Version,
} from './fact-parts.js';

/**
 * Everything that somebody has to hear of, with what is known of it. An operation ends by telling it (`unit.tell`); the file of the same
 * name in `publish/` says who hears it and in which words: `poll.closed` is `publish/poll/closed.ts`.
 */
export interface Facts {
  /** A mandate counts from now on. */
  'ballot.mandate-checked': { readonly poll: Poll; readonly mandate: Mandate };
  /** A second person held a ballot on paper against its picture: it counts, or goes back. */
  'ballot.paper-checked': { readonly poll: Poll; readonly paper: PaperBallot };
  /** Its voter says that it is wrong. */
  'ballot.paper-disputed': { readonly poll: Poll; readonly paper: PaperBallot };
  /** A second person called back: it is done, or comes to nothing. */
  'ballot.phone-checked': { readonly note: HelperNote };
  'ballot.sheet-checked': { readonly note: HelperNote };
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
  /** There is a dispatch meeting today. */
  'county.dispatch': { readonly level: DispatchLevel; readonly userids: readonly string[] };
  'county.done': { readonly action: DispatchAction };
  /** A project turned red, for this reason. */
  'county.late': { readonly project: Project; readonly reason: string };
  /** A grid has no key project of the year. */
  'county.no-key': { readonly year: string; readonly userids: readonly string[] };
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
  /** The months of these projects are over: what came in and went out. */
  'funds.months': { readonly due: readonly { readonly project: Project; readonly month: string }[] };
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
  /** The accounts wait for what somebody has to do. */
  'funds.waiting': { readonly project: Project; readonly userid: string; readonly matters: readonly OpenMatter[] };
  /** The week's report of the money of these projects, with its picture. */
  'funds.week': {
    readonly due: readonly { readonly project: Project; readonly occasion: string }[];
    readonly pictures: readonly Buffer[];
  };
  'market.agreed': {
    readonly agreement: MarketAgreement;
    readonly space: MarketSpace;
    readonly contact: Member | null;
  };
  /** Shares that are late today, declared or paid. */
  'market.late': { readonly late: readonly LateShare[] };
  /** A month's shares are to have been paid by now. */
  'market.month': { readonly sheet: string };
  /** The contact of an operator is to be reminded of a share. */
  'market.owed': { readonly late: LateShare; readonly contact: Member };
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
  /** What is overdue this morning, a line each. */
  'notice.overdue': { readonly lines: readonly string[] };
  /** The record has no answer to a question, and the secretary is asked in these words. */
  'notice.questioned': { readonly words: string };
  /** Somebody was asked to advise the community. */
  'people.adviser': { readonly adviser: Member };
  /** Somebody asks to be bound to a household, and gives this name. */
  'people.asked': { readonly household: Household; readonly member: Member; readonly name: string | undefined };
  /** Somebody was bound to a household by its card; these others are bound to it. */
  'people.came-by-code': Bond;
  /** Somebody's bond to a household was confirmed; these others are bound to it. */
  'people.confirmed': Bond;
  /** A household says that somebody is none of them, and the bond ended. */
  'people.disowned': { readonly building: string; readonly bound: Member };
  /** What waits for somebody this morning. */
  'people.due': { readonly userid: string; readonly due: readonly Due[] };
  /** WeChat knows who was at the desk by a link, and opens it for them from now on. */
  'people.known': { readonly userid: string };
  /** A secretary took a roster over: so many households are new, and so many changed. */
  'people.roster-taken': { readonly member: MemberView; readonly added: number; readonly changed: number };
  /** By a roster somebody owns their unit no longer. */
  'people.say-ended': { readonly member: Member; readonly household: Household };
  /** That roster was undone. */
  'people.say-restored': { readonly member: Member };
  /** Somebody stands on several units, and speaks for this home; another one is named. */
  'people.several-homes': {
    readonly member: MemberView;
    readonly homes: readonly Place[];
    readonly home: Place;
    readonly other: Place;
  };
  /** An account does not belong to these homes any more; its votes for them in these polls count no more. */
  'people.unbound': {
    readonly homes: readonly Household[];
    readonly bound: Member;
    readonly isSelf: boolean;
    readonly reason: string | undefined;
    readonly polls: readonly number[];
  };
  'plan.answered': { readonly project: Project; readonly objection: Objection };
  /** A household in need does not pay its share. */
  'plan.exempted': { readonly project: Project; readonly household: Household };
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
  /** Households promised, and have not paid. */
  'pledge.unpaid': { readonly project: Project; readonly unpaid: readonly Unpaid[] };
  /** A household took its promise back; it stood for these others. */
  'pledge.withdrawn': { readonly project: Project; readonly beneficiaries: readonly number[] };
  /** A secretary released what a household promised and did not pay. */
  'pledge.promise-released': {
    readonly project: Project;
    readonly household: Household;
    readonly amountFen: number;
    readonly reason: string;
  };
  'poll.closed': { readonly poll: Poll; readonly project: Project | null; readonly tally: Tally };
  /** The review of a result is over, and what was decided holds from `at` on. */
  'poll.effective': { readonly project: Project; readonly at: Date };
  'poll.extended': { readonly poll: Poll };
  /** It ends at another moment than was told when it was opened. */
  'poll.moved': { readonly poll: Poll };
  'poll.opened': { readonly poll: Poll; readonly project: Project | null };
  /** It ends soon, and households are missing. */
  'poll.reminded': { readonly poll: Poll; readonly tally: Tally };
  /** Somebody else of the household, or its agent, had voted before. */
  'poll.voted-anew': { readonly poll: Poll; readonly before: Ballot };
  /** Whether the plan takes an idea; who had it has so many points for it. */
  'proposal.idea-answered': { readonly project: Project; readonly idea: Idea; readonly points: number };
  /** A matter has come to another step: these have not heard of it yet, of so many people who took part. `next` is the next step in words. */
  'proposal.moved-on': {
    readonly project: Project;
    readonly parts: readonly TookPart[];
    readonly people: number;
    readonly next: string;
  };
  /** The class of a project is another one than before. */
  'proposal.reclassified': { readonly project: Project; readonly before: FundingClass; readonly reason: string };
  'proposal.renamed': { readonly project: Project; readonly was: string };
  /** Who told of it told more, in these words. */
  'proposal.report-added': { readonly report: Report; readonly words: string };
  'proposal.report-answered': { readonly report: Report };
  /** It was solved, or it is somebody else's. */
  'proposal.report-ended': { readonly report: Report };
  /** It became a proposal, which so many households second. */
  'proposal.report-grown': {
    readonly report: Report;
    readonly project: Project;
    readonly title: string;
    readonly count: number;
  };
  /** Somebody else sees to it now. */
  'proposal.report-handed': { readonly report: Report };
  /** Its day has passed, and it climbed. */
  'proposal.report-late': { readonly report: Report };
  /** A trouble was reported, in these words and with so many pictures; the owners have to see to it. */
  'proposal.report-opened': {
    readonly report: Report;
    readonly owners: readonly string[];
    /** False where whoever told of it is bound to no home. */
    readonly isResident: boolean;
    readonly words: string;
    readonly photos: number;
    readonly isUrgent: boolean;
  };
  /** Who told of it sent so many more pictures. */
  'proposal.report-pictured': { readonly report: Report; readonly count: number };
  /** The only one who told of it, in these words, took it back. */
  'proposal.report-withdrawn': { readonly report: Report; readonly words: string };
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
  /** The team's report of a month is there to be signed. */
  'works.month-made': {
    readonly project: Project;
    /** `2026-03`. */
    readonly month: string;
    readonly figures: MonthFigures;
    readonly team: readonly Member[];
  };
  /** It is a member's turn today to look at the works. */
  'works.on-duty': { readonly project: Project; readonly member: Member };
  /** A party from outside sent this back by its link, with so many files. */
  'works.outside-answered': {
    readonly task: OutsideTask;
    readonly text: string;
    readonly quoteFen: number | null;
    readonly files: number;
  };
  /** A party from outside has not answered, and its day is near or over. */
  'works.outside-due': { readonly task: OutsideTask };
  /** How the works of these projects stand today, with the picture. */
  'works.progress': { readonly due: readonly DueProgress[]; readonly pictures: readonly Buffer[] };
  /** A milestone was reported; the team has to look. */
  'works.reached': { readonly project: Project; readonly milestone: Milestone };
  /** The team's report of a month, with how many are in the team. */
  'works.reported': { readonly project: Project; readonly report: TeamMonth; readonly team: number };
  /** Works that cannot wait begin: two have confirmed them on the spot. */
  'works.started': { readonly project: Project; readonly emergency: Emergency };
  /** Works were called off, and stand still. */
  'works.stopped': { readonly project: Project; readonly stoppage: Stoppage };
  /** Another household found it done. */
  'works.task-checked': { readonly task: Task; readonly claimer: Member };
  /** Its last day is near or over. */
  'works.task-due': { readonly task: Task; readonly claimer: Member };
  /** Another household found it not done. */
  'works.task-returned': { readonly task: Task; readonly claimer: Member; readonly reason: string | null };
  'works.team-set': { readonly project: Project; readonly team: readonly Member[] };
  /** Nobody has looked at the works for so many working days in a row; `onDuty` is whose turn it is. */
  'works.unwatched': { readonly project: Project; readonly days: number; readonly onDuty: Member | null };
}

export type FactName = keyof Facts;
