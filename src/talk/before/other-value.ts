import { draftDeeds } from '../../domain/plan/draft.js';
import { readWholeAnswer } from '../../language/values/manner/whole-answer.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** Deeds that take the place of what was said before, when they are done again. */
function replacesItself(intent: string): boolean {
  return intent === 'proposal.classify' || draftDeeds.has(intent);
}

/** 不对，应该是品质提升类: another of the choices, or another value of its form, for the last deed; all else of it stays. It is read back. */
export function otherValue({ intents, spoken }: Parts, turn: Turn, intent: string, to: string): Wish | null {
  const [did] = spoken.did(turn);
  const definition = intents.get(intent);
  if (!definition || did?.intent !== intent || !replacesItself(intent)) return null;
  for (const [slot, { field, accept }] of Object.entries(definition.slots)) {
    if (slot === 'no' || !/^(?:choice|money|number)$/u.test(field.kind)) continue;
    const found = readWholeAnswer(slot, to, turn.now);
    const value = accept(typeof found === 'object' ? found.value : to);
    if (value !== undefined && value !== did.slots[slot])
      return { intent, slots: { ...did.slots, [slot]: value }, sure: false, confirmed: false };
  }
  return null;
}
