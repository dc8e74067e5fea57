/** What each refusal about a paper vote or a mandate tells its wording. */
export interface BallotRefusals {
  'mandate.ownVote': { no: number };
  'paper.line': { said: string };
  'paper.pictures': { papers: number; pictures: number };
  'paper.already': { no: number; paper: number };
  'paper.unknown': { paper: number };
  'paper.notPending': { paper: number };
  'paper.range': { paper: number; last: number };
  'paper.samePerson': object;
  'paper.none': { no: number };
  'paper.notKeyed': { no: number; said: string };
  'paper.private': object;
  'mandate.already': { no: number };
  'mandate.unknown': { mandate: number };
  'mandate.none': { no: number };
  'mandate.agentUnknown': { agent: string };
  'mandate.excluded': object;
  'mandate.tooMany': { most: number };
}
