import { isTrack, trackRules } from '../../domain/poll/tracks.js';
import type { Matter } from '../../domain/poll/track-selector.js';
import { isUndisputed } from '../../domain/poll/void-vote.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * True when the owners have decided so: the vote was theirs, it passed, the time to object to its result is over, and no objection to it
 * was granted or waits for its answer.
 */
export async function ownersDecided(
  unit: Unit,
  no: number,
  { matter, now }: { matter?: Matter | undefined; now: Date },
): Promise<boolean> {
  const poll = await unit.polls.decisionByNo(no);
  if (!poll?.closedAt || poll.result?.passed !== true) return false;
  if (poll.reviewEndsAt && poll.reviewEndsAt > now) return false;
  if (poll.projectId !== null && !isUndisputed(poll, await unit.objections.ofProject(poll.projectId))) return false;
  const project = matter && poll.projectId !== null ? await unit.projects.byId(poll.projectId) : null;
  if (matter && project?.matter !== matter) return false;
  return isOwnersVote(poll);
}

/** True where owners vote, by head and area. */
export function isOwnersVote({ track }: { readonly track: string }): boolean {
  return isTrack(track) && trackRules[track].electorate === 'owners';
}

/** The number of the vote that the words name (`3号表决`); null where they name none. */
export function voteNamed(words: string): number | null {
  const no = Number(/(\d{1,7})\s*号/u.exec(words.normalize('NFKC'))?.[1] ?? 0);
  return no > 0 ? no : null;
}
