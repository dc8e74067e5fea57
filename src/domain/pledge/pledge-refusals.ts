/** What each refusal about a promise, its round or what the round lacks tells its wording. */
export interface PledgeRefusals {
  'amount.notPositive': object;
  'amount.tooPrecise': object;
  'amount.tooLarge': { mostFen: number };
  'amount.vague': object;
  'amount.foreign': object;
  'allocation.nobody': object;
  'allocation.unread': { no: number };
  'allocation.none': { no: number };
  'offer.unknown': { no: number; offer: number };
  'offer.fulfilled': { no: number; offer: number };
  'offer.own': object;
  'offer.private': object;
  'offer.tooMuch': { what: string };
  'pledge.none': { no: number };
  'pledge.closed': { no: number };
  'pledge.paid': { no: number };
  'promise.own': object;
  'promise.none': { no: number };
  'promise.early': { no: number; from: Date };
  'promise.private': object;
  'pledge.outOfScope': { no: number; scope: string };
  'pledge.otherOutOfScope': { no: number; scope: string };
  'pledge.cap': { no: number; capFen: number; heldFen: number; isOther: boolean };
  'pledge.otherBuilding': { building: string };
  'round.closesAt': { mostDays: number };
  'round.earlier': { no: number; closesAt: Date };
  'round.unclear': object;
  'round.minimum': { no: number; partFen: number };
  'round.collected': { no: number };
  'gap.none': { no: number };
  'gap.over': { no: number; gapFen: number };
  'gap.evidence': { no: number; source: string };
  'gap.unread': { no: number; unread: readonly string[] };
}
