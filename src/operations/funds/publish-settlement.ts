import { lastAt } from '../../domain/calendar.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { disclose } from '../notice/disclose.js';

/** When final accounts are published: the morning after the acceptance. */
const publishedAt = { hour: 9, minute: 0 };

/** The accepted projects whose final accounts are to be published: those that were accepted before the last morning. */
export async function settlementsDue(unit: Unit, now: Date): Promise<Project[]> {
  const morning = lastMorning(now);
  return (await unit.projects.inStates(['accepted'])).filter(
    ({ acceptedAt }) => acceptedAt !== null && acceptedAt <= morning,
  );
}

/** When final accounts were to be published last. */
export function lastMorning(now: Date): Date {
  return lastAt(publishedAt, now);
}

export interface Settlement {
  readonly project: Project;
  /** The final accounts in words. */
  readonly text: string;
  /** What the cashier is asked to do with what is left over; null when nothing is. */
  readonly reminder: string | null;
  readonly boardUrl: string;
  readonly now: Date;
}

/** Publishes the final accounts of an accepted project. When money is left over, the cashier is told in private, once. */
export async function publishSettlement(
  unit: Unit,
  { project, text, reminder, boardUrl, now }: Settlement,
): Promise<void> {
  await unit.projects.moveTo(project, 'settlement_published', now, { settledAt: now });
  unit.journal.add('project.settle', { by: 'clock', at: now, facts: { no: project.no } });
  await disclose(unit, { project, kind: 'final', occasion: 'settlement', text, boardUrl, by: 'clock', now });
  if (reminder === null) return;
  for (const cashier of await unit.members.withRole('cashier')) await unit.posts.toMember(cashier, reminder, now);
}
