/** What each refusal about outside parties tells its wording. */
export interface OutsideRefusals {
  'outside.day': { no: number; said: 'none' | 'past' };
  'outside.unknown': { task: number };
  'outside.ended': { task: number };
  'outside.empty': object;
  'outside.tooMany': { most: number };
  'outside.again': object;
}
