/** What each refusal about a plan, its sources, shares and who has to pay tells its wording. */
export interface PlanRefusals {
  'plan.owesBack': { no: number; leftFen: number };
  'plan.noBudget': { no: number };
  'plan.noPayerCheck': { no: number };
  'plan.same': { no: number; version: number };
  'plan.changed': { no: number; parts: readonly string[] };
  'plan.cooling': { no: number; until: Date };
  'plan.fundingUnclear': { no: number; said: string };
  'plan.previewPrivate': { no: number };
  'evidence.none': { what: string };
  'scope.empty': { scope: string };
  'evidence.missing': { what: string };
  'evidence.used': { what: string };
  'scope.unclear': object;
  'order.unread': { no: number };
  'funding.cameIn': { no: number; source: string; cameFen: number };
  'funding.overDecision': { no: number; poll: number; source: string; decidedFen: number; leftFen: number };
  'funding.unread': { no: number; unread: readonly string[] };
  'funding.sum': { no: number; sumFen: number; budgetFen: number };
  'funding.amounts': { no: number };
  'funding.noVote': { no: number; source: string };
  'funding.voteFailed': { no: number; poll: number; source: string };
  'funding.notCommitted': { no: number; source: string };
  'exemption.private': object;
  'exemption.source': { no: number; source: string };
  'exemption.own': object;
  'exemption.again': { no: number };
  'referral.unclear': { no: number };
  'referral.none': { no: number };
  'budget.sum': { no: number; sumFen: number; budgetFen: number };
  'budget.whichLine': { no: number; lines: readonly string[] };
  'budget.overLine': { line: string; leftFen: number };
  'earmark.lines': { no: number; lines: readonly string[] };
  'earmark.late': { no: number };
}
