import { afterQuietHours } from '../../domain/notice/quiet-hours.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { disclose } from '../notice/disclose.js';

export interface Result {
  readonly poll: Poll;
  readonly project: Project | null;
  readonly text: string;
  readonly boardUrl: string;
  readonly by: string;
  readonly now: Date;
  readonly messageId?: string;
}

/** Tells the group how a poll ended: as a numbered notice where it decided a project, else as a plain post. */
export async function announceResult(
  unit: Unit,
  { poll, project, text, boardUrl, by, now, messageId }: Result,
): Promise<void> {
  if (project)
    await disclose(unit, { project, kind: 'result', occasion: `poll ${poll.id}`, text, boardUrl, by, now, messageId });
  else await unit.posts.toGroup({ type: 'markdown_v2', text }, by === 'clock' ? afterQuietHours(now) : now);
}
