import { lastAt } from '../../domain/calendar.js';
import type { Project } from '../../store/proposal/project.js';
import { topics } from '../../store/notice/topics.js';
import type { Unit } from '../../store/engine/unit.js';
import { surplusOf } from './pass-surplus.js';

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

/** Publishes the final accounts of an accepted project. */
export async function publishSettlement(unit: Unit, { project }: { project: Project }): Promise<void> {
  const { residentsFen: refundFen, households } = await surplusOf(unit, project);
  await unit.projects.moveTo(project, 'settlement_published', unit.now, { settledAt: unit.now });
  // Earlier programs took receipts back after the accounts, too: `verify` has to know by which rule these were made.
  unit.journal.add('project.settle', { facts: { no: project.no, receipts: 'kept' } });
  await unit.posts.withdraw(topics.accounts(project));
  await unit.tell('funds.settled', { project, refundFen, households });
}
