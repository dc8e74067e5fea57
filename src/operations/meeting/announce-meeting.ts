import type { Meeting } from '../../store/meeting/meeting.js';
import type { Unit } from '../../store/engine/unit.js';
import { disclose } from '../notice/disclose.js';

/** Tells the group of a meeting: as a numbered notice where it is about a proposal, else as a plain post. */
export async function announceMeeting(
  unit: Unit,
  {
    meeting,
    occasion,
    text,
    boardUrl,
    by,
    now,
    messageId,
  }: {
    meeting: Meeting;
    occasion: string;
    text: string;
    boardUrl: (no?: number) => string;
    by: string;
    now: Date;
    messageId: string;
  },
): Promise<void> {
  const project = meeting.projectId === null ? null : await unit.projects.byId(meeting.projectId);
  const about = { kind: 'meeting', occasion, text, by, now, messageId } as const;
  if (project) await disclose(unit, { ...about, project, boardUrl: boardUrl(project.no) });
  else await unit.posts.toGroup({ type: 'markdown_v2', text }, now);
}
