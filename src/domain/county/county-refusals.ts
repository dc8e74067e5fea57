/** What each refusal about the county's pages, dispatch, colours and key projects tells its wording. */
export interface CountyRefusals {
  'key.year': { year: number };
  'key.deadline': { last: string | null };
  'key.stands': { no: number; year: number };
  'key.unclear': object;
  'colour.tooLong': { mostDays: number };
  'colour.over': { no: number };
  'colour.notMended': { no: number; reason: string };
  'action.day': object;
  'action.unclear': object;
  'action.unknown': { action: number };
  'action.state': { action: number; state: 'open' | 'done' | 'closed' };
  'action.notYours': { action: number };
  'action.second': { action: number };
  'overview.notYours': { roles: readonly string[] };
}
