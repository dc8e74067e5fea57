/** What each refusal about a report or an idea tells its wording. */
export interface ReportRefusals {
  'report.unknown': { report: number };
  'report.ended': { report: number; state: string };
  'report.again': { report: number };
  'report.tooMany': { most: number };
  'report.person': object;
  'report.emergency': { words: string };
  'report.nobody': { said: string };
  'report.notYours': { report: number };
  'report.notOwn': { report: number };
  'report.photos': { report: number; most: number; kept: number };
  'idea.person': { no: number };
  'idea.again': { no: number; idea: number };
  'idea.tooMany': { no: number; most: number };
  'idea.unknown': { no: number; idea: number };
  'idea.reason': { no: number; idea: number };
}
