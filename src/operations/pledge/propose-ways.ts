import { summaryOf } from '../../domain/funds/ledger.js';
import { dayMs } from '../../domain/calendar.js';
import { missingFen } from '../../domain/pledge/pledge-round.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

/** Days before the end of a round at which its secretary still has time to act. */
const daysAhead = 3;

/** Rounds about to end short of their target whose secretary has not been told so, with what is missing in fen. */
export async function roundsFallingShort(unit: Unit, now: Date): Promise<{ project: Project; gapFen: number }[]> {
  const until = new Date(now.getTime() + daysAhead * dayMs);
  const short: { project: Project; gapFen: number }[] = [];
  for (const project of await unit.projects.inStates(['pledging'])) {
    const end = project.pledgeClosesAt;
    if (!end || end < now || end > until) continue;
    const told = await unit.journal.ofDeed('pledge.ways', new Date(now.getTime() - (daysAhead + 1) * dayMs));
    if (told.some(({ facts }) => facts['no'] === project.no && facts['end'] === end.toISOString())) continue;
    const gapFen = missingFen(project, summaryOf(await unit.ledger.balances(project.id))).toTarget;
    if (gapFen > 0) short.push({ project, gapFen });
  }
  return short;
}

/** Tells the secretaries, once for each end of a round. */
export async function warnOfShortfall(
  unit: Unit,
  { project, gapFen }: { project: Project; gapFen: number },
): Promise<void> {
  await unit.tell('pledge.short', { project, gapFen });
  const facts = { no: project.no, end: project.pledgeClosesAt?.toISOString() };
  unit.journal.add('pledge.ways', { facts });
}
