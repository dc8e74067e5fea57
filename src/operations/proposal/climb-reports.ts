import { climbOf } from '../../domain/proposal/report.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * Reports whose day has passed climb: who sees to them and the secretaries hear of it in private, and some workdays later they stand
 * on the dispatch. Each step once.
 */
export async function climbReports(unit: Unit): Promise<void> {
  for (const report of await unit.reports.standing()) {
    const step = climbOf(report, unit.now);
    if (step <= report.climbed) continue;
    await unit.reports.keep(Object.assign(report, { climbed: step }));
    unit.journal.add('report.climb', { facts: { report: report.no, step } });
    await unit.tell('proposal.report-late', { report });
  }
}
