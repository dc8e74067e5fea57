import { roundStates } from '../../domain/lifecycle.js';
import type { Turn } from '../turn.js';

/** What the own household promised, of each matter that money is promised to or collected for; of one alone where its number is known. */
export async function ownPromises(
  { unit, member }: Turn,
  no: number | undefined,
): Promise<{ readonly no: number; readonly fen: number }[]> {
  const promised: { readonly no: number; readonly fen: number }[] = [];
  if (member.householdId === null) return promised;
  for (const project of await unit.projects.inStates(roundStates)) {
    if (no !== undefined && no !== project.no) continue;
    const { promisedFen } = await unit.ledger.standingOf(project.id, member.householdId);
    if (promisedFen > 0) promised.push({ no: project.no, fen: promisedFen });
  }
  return promised;
}
