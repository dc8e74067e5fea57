import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

/**
 * Names a household again with what it promised since that moment; what it promised before stays unnamed. Answers false where nothing of it
 * was unnamed.
 */
export async function namePledges(
  unit: Unit,
  { project: { id, no }, householdId, since }: { project: Project; householdId: number; since: Date },
): Promise<boolean> {
  const notes = (await unit.ledger.notesOf(id, householdId)).filter(({ unnamed, at }) => unnamed === 1 && at >= since);
  if (notes.length === 0) return false;
  for (const note of notes) await unit.ledger.keepNote(Object.assign(note, { unnamed: 0 }));
  unit.journal.add('pledge.named', { facts: { no } });
  return true;
}
