import { roundStates } from '../../domain/lifecycle.js';
import { sureFrom } from '../../language/reading/thresholds.js';
import type { Understanding } from '../../language/reading/understand.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';

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

/** True where short words of a household may be about its promise: they are not surely another deed. */
export function mayChangePromise({ member }: Turn, { intent, confidence }: Understanding, text: string): boolean {
  if (member.householdId === null || [...text].length > 60) return false;
  return /^(?:chat\.other|pledge\.(?:money|cancel))$/u.test(intent) || confidence < sureFrom;
}

/** A sum in the place of the household's promise; it is read back, and never added to it. */
export function inItsPlace(no: number, amount: number): Wish {
  return { intent: 'pledge.money', slots: { no, amount, replaces: true }, sure: false, confirmed: false };
}
