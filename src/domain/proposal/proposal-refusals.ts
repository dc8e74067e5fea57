/** What each refusal about a matter, a report of trouble or an idea tells its wording. */
export interface ProposalRefusals {
  'project.unknown': { no: number };
  'project.none': { deed: string };
  'project.several': { deed: string; choices: readonly { no: number; title: string }[] };
  'project.wrongState': { no: number; state: string; deed: string; late?: boolean };
  'project.notProposer': { no: number };
  'project.tooManyOpen': { most: number };
  'project.renameLate': { no: number };
  'photo.notYours': { no: number };
  'photo.tooMany': { no: number; most: number; kept: number };
  'photo.none': { no: number };
  'support.own': { no: number };
  'support.again': { no: number };
  'support.missing': { no: number; missing: number };
  'class.same': { no: number; class: string };
  'class.reason': { no: number; class: string };
  'class.limit': { no: number; most: number };
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
