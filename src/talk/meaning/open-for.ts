import { isWithin } from '../../domain/plan/scope.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Turn } from '../turn.js';

/** The open polls that this member's home has a vote in. */
export async function openFor({ unit, member: { household } }: Turn): Promise<Poll[]> {
  const open = await unit.polls.open();
  return household ? open.filter(({ scope }) => isWithin(scope, household)) : [];
}
