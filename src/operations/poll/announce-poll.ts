import type { Poll } from '../../store/poll/poll.js';
import type { Unit } from '../../store/engine/unit.js';
import { disclose } from '../notice/disclose.js';

export interface Announcement {
  readonly poll: Poll;
  /** What it is told about: the same occasion is told once. */
  readonly occasion: string;
  readonly text: string;
  readonly by: string;
  readonly now: Date;
  readonly messageId?: string;
  boardUrl(no?: number): string;
}

/** Tells the group of a poll: as a numbered notice where it decides on a project, else as a plain post. */
export async function announcePoll(
  unit: Unit,
  { poll, occasion, text, boardUrl, by, now, messageId }: Announcement,
): Promise<void> {
  const project = poll.projectId === null ? null : await unit.projects.byId(poll.projectId);
  if (project)
    await disclose(unit, { project, kind: 'poll', occasion, text, boardUrl: boardUrl(project.no), by, now, messageId });
  else await unit.posts.toGroup({ type: 'markdown_v2', text }, now);
}
