import { rulesAt } from '../../domain/rules.js';
import { isWorkday } from '../../domain/periods.js';
import { onDuty, unwatchedDay } from '../../domain/works/duty.js';
import { missedDuty, worksDays } from '../../store/works/duty.js';
import type { Project } from '../../store/proposal/project.js';
import { teamOf } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * Works at which nobody has looked for three working days in a row, and for every ten (docs/domain.md 5.2: the log of the supervisors is
 * daily). Reminders in private were not enough, so everybody hears of it, without a name: on that day, or on the next on which it is asked.
 */
export async function alarmUnwatched(unit: Unit): Promise<void> {
  const { now } = unit;
  if (!isWorkday(now)) return;
  const { inspectionMissedWorkdays: first, inspectionAlarmWorkdays: every } = rulesAt(now);
  for (const project of await unit.projects.inStates(['in_progress', 'rectification'])) {
    if (await unit.watch.stoppage(project.id)) continue;
    const days = (await worksDays(unit, project, now)) ?? [];
    const missed = new Set(await missedDuty(unit, project, now));
    const lastSeen = days.findLastIndex(day => !missed.has(day));
    const unseen = days.length - 1 - lastSeen;
    const round = unseen < every ? first : unseen - (unseen % every);
    if (unseen < round || (await toldSince(unit, project, days[lastSeen + round] ?? ''))) continue;
    const member = onDuty(await teamOf(unit, project.id), days.length);
    await unit.tell('works.unwatched', { project, days: unseen, onDuty: member });
  }
}

/** True where the alarm was raised after that day: the last of those on which nobody looked. */
async function toldSince(unit: Unit, { id }: Project, day: string): Promise<boolean> {
  const told = await unit.disclosures.ofProject(id);
  return told.some(({ occasion }) => (unwatchedDay(occasion) ?? '') > day);
}
