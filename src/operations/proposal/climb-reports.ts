import { dayWords } from '../../domain/calendar.js';
import { climbOf } from '../../domain/proposal/report.js';
import type { Report } from '../../store/proposal/report.js';
import type { Unit } from '../../store/engine/unit.js';
import { reportName } from './report-matter.js';

/**
 * Reports whose day has passed climb: who sees to them and the secretaries hear of it in private, and some workdays later they stand
 * on the dispatch. Each step once.
 */
export async function climbReports(unit: Unit, now: Date): Promise<Report[]> {
  const climbed: Report[] = [];
  for (const report of await unit.reports.standing()) {
    const step = climbOf(report, now);
    if (step <= report.climbed) continue;
    await unit.reports.keep(Object.assign(report, { climbed: step }));
    unit.journal.add('report.climb', { by: 'clock', at: now, facts: { report: report.no, step } });
    await tellOverdue(unit, report, now);
    climbed.push(report);
  }
  return climbed;
}

async function tellOverdue(unit: Unit, report: Report, now: Date): Promise<void> {
  const { no, state, dueAt, climbed, ownedBy } = report;
  const last = dayWords(new Date(dueAt.getTime() - 1), now);
  const owed = state === 'open' ? `应在${last}前答复，还没有答复` : `应在${last}前办结，还没有办结`;
  const where = climbed === 2 ? '已列入调度。' : '';
  const text = `${reportName(report)}${owed}。${where}请发送“报事${no}答复：……”或“报事${no}办好了：……”，不归这里管的发送“报事${no}归……管”。`;
  const secretaries = await Promise.all(
    (climbed === 1 ? (['grid_secretary'] as const) : (['grid_secretary', 'community_secretary'] as const)).map(role =>
      unit.members.withRole(role),
    ),
  );
  for (const userid of new Set([...(ownedBy === null ? [] : [ownedBy]), ...secretaries.flat()]))
    await unit.posts.toMember(userid, text, now, { topic: `report-owner/${report.id}` });
}
