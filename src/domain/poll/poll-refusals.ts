/** What each refusal about a vote or an objection tells its wording. */
export interface PollRefusals {
  'vote.whichHome': { no: number; homes: readonly string[] };
  'poll.newNotice': { no: number };
  'poll.unknown': { no: number };
  'poll.none': object;
  'poll.several': { choices: readonly { no: number; title: string }[] };
  'poll.closed': { no: number; closedAt: Date };
  'poll.alreadyOpen': { no: number; options: readonly string[] | null };
  'poll.deadlinePast': object;
  'poll.deadlineFar': { mostDays: number };
  'poll.options': { least: number; most: number };
  'poll.choiceUnknown': { no: number; choices: readonly string[] };
  'poll.nothingAsked': object;
  'poll.fixedEnd': { no: number; closesAt: Date };
  'poll.notYours': { no: number };
  'poll.notMovable': { no: number; closesAt: Date };
  'poll.tooLax': { no: number; rule: string };
  'poll.noElectorate': { no: number };
  'poll.outOfScope': { no: number; scope: string };
  'poll.tenant': { no: number };
  'poll.unproven': { no: number };
  'poll.overheard': { no: number };
  'poll.deceased': { no: number };
  'poll.paperLocked': { no: number };
  'poll.nothingCast': { no: number; options: readonly string[] | null };
  'poll.notOwner': { no: number };
  'poll.ownersNeedPlan': object;
  'poll.noticeRunning': { no: number; opensAt: Date; days: number };
  'poll.objectionsOpen': { no: number; open: readonly number[] };
  'poll.noExtension': { no: number; because: 'extended' | 'quorum' | 'advisory' };
  'poll.extensionDays': { most: number };
  'objection.closed': { no: number; state: string; isSettling: boolean };
  'objection.unknown': { no: number; objection: number };
  'objection.answered': { no: number; objection: number };
  'poll.ownersTooEarly': { no: number; opensAt: Date; days: number };
  'poll.ownersTooShort': { days: number };
}
