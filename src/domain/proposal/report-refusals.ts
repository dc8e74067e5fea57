/** What each refusal about a report tells its wording. */
export interface ReportRefusals {
  'report.unknown': { report: number };
  'report.ended': { report: number; state: string };
  'report.again': { report: number };
  'report.tooMany': { most: number };
  'report.person': object;
  'report.emergency': { words: string };
  'report.nobody': { said: string };
  'report.notYours': { report: number };
}
