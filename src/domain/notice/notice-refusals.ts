/** What each refusal about a notice tells its wording. */
export interface NoticeRefusals {
  'notice.unknown': { notice: number };
  'notice.posted': { notice: number; at: Date };
  'notice.notPosted': { no: number; notice: number };
  'notice.notSent': { no: number; notice: number };
}
