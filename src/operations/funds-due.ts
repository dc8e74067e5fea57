import { dayOf, startOf } from '../domain/calendar.js';
import type { Unit } from '../store/unit.js';

/** While money is promised, collected or spent, its weekly report is owed (domain.md 5.2). */
export const moneyStates = [
  'pledging',
  'collecting',
  'funded',
  'in_progress',
  'completed_pending_acceptance',
  'rectification',
  'accepted',
] as const;

/** The weekly funds reports that are due and not yet told: the week's Monday is the occasion. */
export async function fundsReportsDue(unit: Unit, now: Date): Promise<{ id: number; no: number; occasion: string }[]> {
  const monday = startOf('week', now);
  const occasion = `week ${dayOf(monday)}`;
  const due: { id: number; no: number; occasion: string }[] = [];
  for (const { id, no, stateSince, pledgeClosesAt } of await unit.projects.inStates(moneyStates)) {
    // A round that opened this week is reported from the next Monday on.
    const isNew =
      pledgeClosesAt !== null && stateSince > monday && (await unit.disclosures.latest(id, 'funds')) === null;
    if (!isNew && !(await unit.disclosures.has(id, 'funds', occasion))) due.push({ id, no, occasion });
  }
  return due;
}
