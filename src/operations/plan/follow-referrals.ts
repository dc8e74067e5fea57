import { dayOf } from '../../domain/calendar.js';
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

/** Tells so, once for each day that was set. */
export async function tellOverdue(unit: Unit, project: Project): Promise<void> {
  await unit.tell('plan.referral-late', { project });
  const facts = { no: project.no, dueOn: project.payerCheck?.referral?.dueOn };
  unit.journal.add('project.refer.due', { facts });
}
