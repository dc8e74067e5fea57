/** What each refusal about a meeting tells its wording. */
export interface MeetingRefusals {
  'meeting.unclear': object;
  'meeting.past': object;
  'meeting.far': { mostDays: number };
  'meeting.none': object;
  'meeting.several': { choices: readonly { no: number; title: string }[] };
  'meeting.early': { opensAt: Date };
  'meeting.minuted': { no: number };
  'meeting.notYet': { startsAt: Date };
  'meeting.nobody': object;
  'meeting.noMinutes': object;
  'meeting.notListed': { no: number; said: string; isSigned: boolean };
}
