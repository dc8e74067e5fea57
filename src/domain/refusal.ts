/** What each refusal tells its wording. A code without details has `{}`. */
export interface RefusalDetails {
  'grid.unbound': object;
  'grid.wrongCode': object;
  'grid.otherBound': { grid: string };
  'member.unbound': object;
  'member.noHousehold': { building: number; unit: number; room: string };
  'member.whichHousehold': { building: number; candidates: number };
  'member.alreadyBound': { place: string };
  'member.nameMismatch': { name: string };
  'member.notAsked': object;
  'permission.missing': { deed: string; roles: readonly string[] };
  'permission.otherBuilding': { building: number };
  'project.unknown': { no: number };
  'project.none': { deed: string };
  'project.several': { deed: string; choices: readonly { no: number; title: string }[] };
  'project.wrongState': { no: number; state: string; deed: string };
  'project.notProposer': { no: number };
  'project.tooManyOpen': { most: number };
  'support.own': { no: number };
  'support.again': { no: number };
  'support.missing': { no: number; missing: number };
  'plan.noBudget': { no: number };
  'poll.unknown': { no: number };
  'poll.none': object;
  'poll.several': { choices: readonly { no: number; title: string }[] };
  'poll.closed': { no: number; closedAt: Date };
  'poll.alreadyOpen': { no: number };
  'poll.deadlinePast': object;
  'poll.deadlineFar': { mostDays: number };
  'poll.options': { least: number; most: number };
  'poll.choiceUnknown': { no: number; choices: readonly string[] };
  'poll.nothingAsked': object;
  'poll.fixedEnd': { no: number; closesAt: Date };
  'poll.notYours': { no: number };
  'poll.tooLax': { no: number; rule: string };
  'poll.noElectorate': { no: number };
  'poll.outOfScope': { no: number; scope: string };
  'poll.tenant': { no: number };
  'poll.deceased': { no: number };
  'poll.paperLocked': { no: number };
  'poll.nothingCast': { no: number };
  'scope.empty': { scope: string };
  'evidence.missing': { what: string };
  'evidence.used': { what: string };
  'place.unclear': { said: string };
  'paper.already': { no: number; paper: number };
  'paper.unknown': { paper: number };
  'paper.notPending': { paper: number };
  'paper.samePerson': object;
  'paper.none': { no: number };
  'paper.private': object;
  'mandate.already': { no: number };
  'mandate.unknown': { mandate: number };
  'mandate.none': { no: number };
  'mandate.agentUnknown': { agent: string };
  'mandate.excluded': object;
  'mandate.tooMany': { most: number };
  'meeting.unclear': object;
  'meeting.past': object;
  'meeting.far': { mostDays: number };
  'meeting.none': object;
  'meeting.several': { choices: readonly { no: number; title: string }[] };
  'meeting.early': { opensAt: Date };
  'meeting.minuted': { no: number };
  'meeting.notYet': { startsAt: Date };
  'meeting.nobody': object;
  'poll.notOwner': { no: number };
  'poll.ownersNeedPlan': object;
  'poll.noticeRunning': { no: number; opensAt: Date; days: number };
  'poll.objectionsOpen': { no: number; open: readonly number[] };
  'poll.noExtension': { no: number; because: 'extended' | 'quorum' | 'advisory' };
  'poll.extensionDays': { most: number };
  'objection.closed': { no: number; state: string };
  'objection.unknown': { no: number; objection: number };
  'objection.answered': { no: number; objection: number };
  'poll.ownersTooEarly': { no: number; opensAt: Date; days: number };
  'poll.ownersTooShort': { days: number };
  'scope.unclear': object;
  'amount.notPositive': object;
  'amount.tooPrecise': object;
  'amount.tooLarge': { mostFen: number };
  'amount.vague': object;
  'amount.foreign': object;
  'pledge.none': { no: number };
  'pledge.closed': { no: number };
  'pledge.paid': { no: number };
  'offer.tooMuch': { what: string };
  'money.payerUnknown': { payer: string };
  'money.payerSeveral': { payer: string };
  'money.short': { no: number; balanceFen: number };
  'money.whoseMoney': object;
  'refund.exact': { no: number; surplusFen: number };
  'progress.notFunded': { no: number; missingFen: number };
  'progress.percent': object;
  'progress.backwards': { percent: number };
  'accept.signed': { no: number };
  'accept.mending': { no: number };
  'accept.noTeam': { no: number };
  'accept.notComplete': { no: number; percent: number };
  'rate.score': object;
  'rate.closed': { no: number };
  'reward.unknown': { item: string; items: readonly string[] };
  'reward.empty': { item: string; stock: number };
  'reward.points': { item: string; needed: number; balance: number };
  'reward.several': { item: string; items: readonly string[] };
  'reward.limit': { item: string; perQuarter: number; left: number };
  'reward.quantity': object;
  'notice.unknown': { notice: number };
  'notice.posted': { notice: number; at: Date };
  'notice.notPosted': { no: number; notice: number };
  'data.none': object;
  'data.hasRole': object;
  'schedule.unclear': { most: number };
  'schedule.stands': { no: number };
  'schedule.noMilestone': { no: number; names: readonly string[] };
  'text.tooLong': { most: number };
}

export type RefusalCode = keyof RefusalDetails;

/** A rule said no. Thrown halfway through a deed it leaves no trace; `src/wording.ts` tells the member. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  constructor(
    readonly code: C,
    readonly details: RefusalDetails[C],
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
