import { dayMs, dayOf } from '../../domain/calendar.js';
import { isWorkday } from '../../domain/periods.js';
import { onDuty } from '../../domain/works/duty.js';
import { worksDays } from '../../store/works/duty.js';
import { teamOf } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';

/** Each working day of the works somebody of the team is reminded in private to look at them, in turn; once a day. */
export async function remindDuty(unit: Unit): Promise<void> {
  const { now } = unit;
  if (!isWorkday(now)) return;
  const day = dayOf(now);
  for (const project of await unit.projects.inStates(['in_progress', 'rectification'])) {
    const told = await unit.journal.ofDeed('duty.remind', new Date(now.getTime() - dayMs));
    if (told.some(({ facts }) => facts['day'] === day && facts['no'] === project.no)) continue;
    const days = await worksDays(unit, project, now);
    if (days === null || (await unit.watch.stoppage(project.id))) continue;
    const member = onDuty(await teamOf(unit, project.id), days.length);
    if (!member) continue;
    await unit.tell('works.on-duty', { project, member });
    unit.journal.add('duty.remind', { facts: { day, no: project.no } });
  }
}
