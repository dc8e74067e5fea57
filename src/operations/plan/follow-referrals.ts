import { dayOf } from '../../domain/calendar.js';
import { afterQuietHours } from '../../domain/notice/quiet-hours.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

/** Projects that were sent to somebody else, whose day has passed and of whom nobody has told so yet. */
export async function referralsOverdue(unit: Unit, now: Date): Promise<Project[]> {
  const late: Project[] = [];
  for (const project of await unit.projects.inStates(['referred'])) {
    const dueOn = project.payerCheck?.referral?.dueOn;
    if (dueOn === undefined || dueOn >= dayOf(now)) continue;
    const told = await unit.journal.ofDeed('project.refer.due', project.stateSince);
    if (!told.some(({ facts }) => facts['no'] === project.no && facts['dueOn'] === dueOn)) late.push(project);
  }
  return late;
}

/** The group hears that there is no answer yet, and the secretaries in private what they may do about it. Once for each day that was set. */
export async function tellOverdue(
  unit: Unit,
  { project, notice, hint, now }: { project: Project; notice: string; hint: string; now: Date },
): Promise<void> {
  await unit.posts.toGroup({ type: 'markdown_v2', text: notice }, afterQuietHours(now));
  for (const userid of await unit.members.withRole('grid_secretary'))
    await unit.posts.toMember(userid, hint, afterQuietHours(now), { topic: `referral/${project.id}` });
  const facts = { no: project.no, dueOn: project.payerCheck?.referral?.dueOn };
  unit.journal.add('project.refer.due', { by: 'clock', at: now, facts });
}
