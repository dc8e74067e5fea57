import { dayMs, dayOf, dayWords } from '../domain/calendar.js';
import type { Unit } from '../store/unit.js';
import { moneyStates } from './funds-due.js';

/** Owed at the latest so many days after the last one (domain.md 5.2): funds and progress weekly, results in three days. */
const owed = [
  { kind: 'funds', name: '资金公示', states: moneyStates, everyDays: 7 },
  { kind: 'progress', name: '进度公示', states: ['in_progress', 'rectification'], everyDays: 7 },
  { kind: 'final', name: '决算公示', states: ['accepted'], everyDays: 3 },
] as const;

/** The morning list of overdue disclosures, for the grid's secretary in private; nothing when nothing is overdue, and once a day. */
export async function listOverdue(unit: Unit, now: Date): Promise<string[]> {
  const today = dayOf(now);
  const told = await unit.journal.ofDeed('disclosure.overdue', new Date(now.getTime() - dayMs));
  if (told.some(({ facts }) => facts['day'] === today)) return [];

  const lines: string[] = [];
  for (const { kind, name, states, everyDays } of owed) {
    for (const project of await unit.projects.inStates(states)) {
      const last = await unit.disclosures.latest(project.id, kind);
      const since = last && last.at > project.stateSince ? last.at : project.stateSince;
      const dueAt = new Date(since.getTime() + everyDays * dayMs);
      if (dueAt < now) lines.push(`- ${project.no}号 ${name}：应在${dayWords(dueAt, now)}前发出`);
    }
  }
  for (const { projectId, no, dueAt } of await unit.objections.overdue(now)) {
    const project = await unit.projects.byId(projectId);
    // A period until 24:00 ends on the day before.
    const last = dayWords(new Date(dueAt.getTime() - 1), now);
    if (project) lines.push(`- ${project.no}号 第${no}条异议：应在${last}前答复`);
  }
  if (lines.length === 0) return [];
  for (const userid of await unit.members.withRole('grid_secretary')) {
    await unit.posts.toMember(
      userid,
      ['**今天超期的公示**', ...lines, '发送“12号进度”或“12号收支”核对后补发。'].join('\n'),
      now,
    );
  }
  unit.journal.add('disclosure.overdue', { by: 'clock', at: now, facts: { day: today, count: lines.length } });
  return lines;
}
