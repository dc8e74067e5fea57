/** What each refusal about outside parties, the team's monthly report and what is told on paper and by telephone tells its wording. */
export interface OutsideRefusals {
  'outside.day': { no: number; said: 'none' | 'past' };
  'outside.unknown': { task: number };
  'outside.ended': { task: number };
  'outside.empty': object;
  'outside.tooMany': { most: number };
  'outside.again': object;
  'phone.unclear': object;
  'phone.unknown': { phone: number };
  'phone.checked': { phone: number };
  'sheet.unknown': { sheet: number };
  'sheet.checked': { sheet: number };
  'sheet.already': { sheet: number };
  'form.unknown': object;
  'form.over': { no: number };
  'month.none': { no: number };
  'month.posted': { no: number; month: string };
  'month.signed': { no: number; month: string };
}
