/** What each refusal about benefits tells its wording. */
export interface BenefitRefusals {
  'benefit.unclear': object;
  'benefit.unknown': { benefit: number };
  'benefit.ended': { benefit: number };
  'benefit.notJoined': { benefit: number };
  'benefit.score': { benefit: number; least: number; score: number };
  'benefit.again': { benefit: number };
  'benefit.none': { benefit: number };
}
