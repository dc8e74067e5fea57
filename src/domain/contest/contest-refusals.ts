/** What each refusal about the contest tells its wording. */
export interface ContestRefusals {
  'contest.quota': { list: string; asked: number; most: number };
  'contest.period': object;
  'contest.placesUnread': { list: string };
  'contest.notOver': { edition: number; untilDay: string };
  'contest.unknown': { edition: number };
  'contest.exists': { edition: number; next: number };
  'contest.elsewhere': { edition: number; grid: string };
  'contest.state': { edition: number; state: string; next: string };
  'contest.objections': { edition: number; open: readonly number[]; until: Date | null };
  'contest.changed': { edition: number };
  'contest.noCandidate': { edition: number; candidate: number };
  'contest.ownList': { candidate: number };
  'contest.aside': { candidate: number };
  'contest.grade': { most: number };
  'contest.notJudged': { candidate: number };
  'contest.noVeto': { candidate: number; missing: number };
  'contest.noObjection': { objection: number };
  'contest.answered': { objection: number };
  'contest.notCandidate': { edition: number };
}
