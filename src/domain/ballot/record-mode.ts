import { isOwnersTrack } from '../poll/owners-tally.js';
import type { Track } from '../poll/tracks.js';

/**
 * Which ballots are the vote of record (docs/domain.md 7.7). Shandong Art. 26 and Zibo Art. 27 allow ballots in writing and by
 * information technology, so both count unless the assembly has adopted that only signed paper does.
 */
export const recordModes = {
  chat_plus_paper: '群里的票和签名纸票合并计算',
  paper_of_record: '以签名纸票为准，群里的票只作意向统计',
} as const;

export type RecordMode = keyof typeof recordModes;

/** True where only signed paper counts in this poll, so that a ballot in chat is an opinion. */
export function countsPaperOnly({
  track,
  recordMode,
}: {
  readonly track: string;
  readonly recordMode?: string | null;
}): boolean {
  return recordMode === 'paper_of_record' && isOwnersTrack(track as Track);
}
