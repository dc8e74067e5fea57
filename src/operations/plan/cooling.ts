import { isVoid } from '../../domain/poll/void-vote.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * Until when the result of a vote that failed may be objected to; null where no vote failed. Wherever the project has come since, also where
 * its plan is on display once more, the moment is the same and may lie in the past. A vote that an objection made void was none: then nothing
 * has to cool (docs/domain.md 4.1, 7.10).
 */
export async function coolsUntil(unit: Unit, { id }: Pick<Project, 'id'>): Promise<Date | null> {
  const poll = await unit.polls.decisionOf(id);
  if (poll?.result?.passed !== false || isVoid(poll, await unit.objections.ofProject(id))) return null;
  return poll.reviewEndsAt;
}
