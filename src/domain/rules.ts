import { dayOf } from './calendar.js';
import type { FundingClass } from './lifecycle.js';
import type { Source } from './funds/ledger.js';

/**
 * Defaults of this software that a county may change (docs/domain.md 21), as data with a version and the day they come into
 * force. Every decision keeps the version that it was made under.
 */
export interface RuleSet {
  readonly version: string;
  readonly effectiveFrom: string;
  /** Households that must second an issue, the proposer's included, before it is a topic. */
  readonly minProposingHouseholds: number;
  /** Open issues one member may have at a time. */
  readonly maxOpenIssues: number;
  /** Workdays within which a report is answered, an answered one comes to its end, and one overdue goes on to the dispatch. */
  readonly reportAnswerWorkdays: number;
  readonly reportEndWorkdays: number;
  readonly reportClimbWorkdays: number;
  /** What one resident may report within a day. */
  readonly reportsADay: number;
  /** How many ideas one resident may have for one matter. */
  readonly ideasAMatter: number;
  /** How long a poll runs when the leader names no deadline, and at most. */
  readonly pollDays: number;
  readonly pollMaxDays: number;
  /** How long a plan is open to objections before households vote on it, and a result before it takes effect. */
  readonly planNoticeDays: number;
  readonly reviewDays: number;
  /** Workdays within which an objection is answered. */
  readonly objectionWorkdays: number;
  /** By how many days a poll without a quorum may be extended, once. */
  readonly extensionDays: number;
  /** How far ahead a meeting may be called. */
  readonly meetingMostDays: number;
  /** How many principals one agent may vote for in one poll. */
  readonly proxyMaxPrincipals: number;
  /** Full days between the published plan and an owners' vote, and how long such a vote must run at least. */
  readonly ownersNoticeDays: number;
  readonly ownersPollLeastDays: number;
  /** How often the class of a project may be changed after it was set. */
  readonly classChangesMost: number;
  /** The most that an emergency repair may cost before anybody has voted, in fen. */
  readonly emergencyMostFen: number;
  /** How long it waits for those who have seen it on the spot; then the declaration is void. */
  readonly emergencyConfirmHours: number;
  /** From this sum on, in fen, a plan should have asked for three offers. */
  readonly threeOffersFromFen: number;
  /** How many a supervision team has at least; always an odd number. */
  readonly teamLeast: number;
  /** How long pledges may come in after a plan is approved. */
  readonly pledgeDays: number;
  readonly pledgeMostDays: number;
  /** How much of the residents' part must be pledged, as a fraction, or the round lapses: all or nothing. */
  readonly pledgeMinimum: readonly [number, number];
  /** The most that one household may pledge, in equal shares of the residents' part. */
  readonly pledgeCapShares: number;
  /** How long somebody else who has to pay is given to answer, when no day was said. */
  readonly referralDays: number;
  /** In which order sources are looked to, by the class of a project (docs/domain.md 6.1). */
  readonly sourceOrder: Readonly<Record<FundingClass, readonly Source[]>>;
  readonly pledgeRemindersMax: number;
  /** Days between two reminders of a pledge that is not yet paid. */
  readonly pledgeReminderEveryDays: number;
  /** How long residents may rate an accepted project, and the final accounts stay open to objection. */
  readonly ratingDays: number;
  /** So many days a notice on the board stands for the ballot of whoever cannot be reached. */
  readonly undeliverableDays: number;
  /** Above this sum the final accounts say that they may be audited. */
  readonly auditAboveFen: number;
  readonly finalAccountsDays: number;
  /** Days after which funds and progress are told again, and after an acceptance in which the final accounts are published. */
  readonly noticeEveryDays: number;
  readonly finalNoticeDays: number;
  /** Workdays within which a person answers what the record cannot. */
  readonly questionWorkdays: number;
  /** Workdays within which what is left over is back with those who paid. */
  readonly refundWorkdays: number;
  /** A household's share of a surplus below this, in fen, may be left to the next project. */
  readonly smallRefundFen: number;
  /** For how many days a refund that nobody could be given is announced, and for how many years it can be fetched. */
  readonly unclaimedNoticeDays: number;
  readonly unclaimedYears: number;
  /** Share of the supervisors who must sign an acceptance, as a fraction. */
  readonly acceptance: readonly [number, number];
  /** Where a group is smaller than this nothing is broken down. */
  readonly breakdownMin: number;
  /** Up to how much, in fen, the grid's and the community's secretary approve a payment alone, and how long supervisors may hold it. */
  readonly gridApprovesFen: number;
  readonly communityApprovesFen: number;
  readonly holdHours: number;
  /** Within so many days what one payee gets in one project counts together. */
  readonly payeeWindowDays: number;
  /** What is kept back of a payment for the warranty where nothing else is said, and at most, in percent; how long it is kept. */
  readonly retentionPercent: number;
  readonly retentionMostPercent: number;
  readonly warrantyMonths: number;
  /** What may be paid ahead of the works, in percent of the contract; the largest payment without an invoice, in fen. */
  readonly advancePercent: number;
  readonly whiteSlipFen: number;
  /** When a project turns red or yellow (docs/domain.md 11.1): days overdue, days before a step and the percent it needs then, days of a hold. */
  readonly ragRedDays: number;
  readonly ragNearDays: number;
  readonly ragNearPercent: number;
  readonly ragHoldDays: number;
  /** How long a colour set by hand may stand. */
  readonly overrideMostDays: number;
  /** Days between two dispatch meetings of a grid, and of a community over its grids; they are on Mondays. */
  readonly dispatchDays: number;
  readonly communityDispatchDays: number;
  /** Months between two dispatch meetings of a subdistrict, and of the county; each on the first Monday. */
  readonly subdistrictDispatchMonths: number;
  readonly countyDispatchMonths: number;
  /** After so many working days on which nobody inspected the works somebody is alarmed, in the group. */
  readonly inspectionAlarmWorkdays: number;
  /** The first time already after so many. */
  readonly inspectionMissedWorkdays: number;
  /** Days in which the team looks at what was reported as done. */
  readonly seenWithinDays: number;
  /** Days in which a fault is mended where the supervisors name no day. */
  readonly mendDays: number;
  /** Minutes that a link to the county's pages opens, and that its session lasts. */
  readonly loginLinkMinutes: number;
  readonly loginSessionMinutes: number;
  /** Minutes after which a session at the desk ends that nobody uses, and after which any ends. */
  readonly deskIdleMinutes: number;
  readonly deskLongestMinutes: number;
  /** Days after a period's last one until an operator has declared it, and has paid the share; days between two reminders. */
  readonly marketDeclareDays: number;
  readonly marketPayDays: number;
  readonly marketReminderEveryDays: number;
  /** The classes of projects that the charity fund's own money is for (docs/domain.md 6.1). */
  readonly fundClasses: readonly FundingClass[];
}

const ruleSets: readonly RuleSet[] = [
  {
    version: 'huantai-default-1',
    effectiveFrom: '2000-01-01',
    minProposingHouseholds: 5,
    maxOpenIssues: 20,
    reportAnswerWorkdays: 3,
    reportEndWorkdays: 10,
    reportClimbWorkdays: 3,
    reportsADay: 5,
    ideasAMatter: 3,
    pollDays: 10,
    pollMaxDays: 30,
    planNoticeDays: 7,
    reviewDays: 7,
    objectionWorkdays: 3,
    extensionDays: 10,
    meetingMostDays: 60,
    proxyMaxPrincipals: 3,
    ownersNoticeDays: 15,
    ownersPollLeastDays: 3,
    classChangesMost: 2,
    emergencyMostFen: 2_000_000,
    emergencyConfirmHours: 24,
    threeOffersFromFen: 1_000_000,
    teamLeast: 3,
    pledgeDays: 14,
    pledgeMostDays: 60,
    pledgeMinimum: [1, 1],
    pledgeCapShares: 3,
    referralDays: 15,
    sourceOrder: {
      urgent: ['residents', 'subsidy', 'public_revenue', 'charity_fund', 'welfare'],
      light: ['subsidy', 'residents', 'public_revenue', 'charity_fund'],
      quality: ['welfare', 'charity_fund', 'market_share', 'subsidy', 'public_revenue', 'residents'],
    },
    pledgeRemindersMax: 3,
    pledgeReminderEveryDays: 3,
    ratingDays: 7,
    undeliverableDays: 5,
    auditAboveFen: 10_000_000,
    finalAccountsDays: 7,
    noticeEveryDays: 7,
    finalNoticeDays: 3,
    questionWorkdays: 1,
    refundWorkdays: 15,
    smallRefundFen: 100,
    unclaimedNoticeDays: 30,
    unclaimedYears: 3,
    acceptance: [2, 3],
    breakdownMin: 5,
    gridApprovesFen: 50_000,
    communityApprovesFen: 1_000_000,
    holdHours: 24,
    payeeWindowDays: 30,
    retentionPercent: 3,
    retentionMostPercent: 5,
    warrantyMonths: 12,
    advancePercent: 30,
    whiteSlipFen: 20_000,
    ragRedDays: 7,
    ragNearDays: 3,
    ragNearPercent: 80,
    ragHoldDays: 3,
    overrideMostDays: 7,
    dispatchDays: 7,
    communityDispatchDays: 14,
    subdistrictDispatchMonths: 1,
    countyDispatchMonths: 3,
    inspectionAlarmWorkdays: 10,
    inspectionMissedWorkdays: 3,
    seenWithinDays: 7,
    mendDays: 7,
    loginLinkMinutes: 10,
    loginSessionMinutes: 60,
    deskIdleMinutes: 30,
    deskLongestMinutes: 720,
    marketDeclareDays: 10,
    marketPayDays: 20,
    marketReminderEveryDays: 7,
    fundClasses: ['quality'],
  },
];

/** The rules in force at a moment. */
export function rulesAt(now: Date): RuleSet {
  const day = dayOf(now);
  const rules = ruleSets.findLast(set => set.effectiveFrom <= day);
  if (!rules) throw new Error(`no rules are in force on ${day}`);
  return rules;
}
