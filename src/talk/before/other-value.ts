import { draftDeeds } from '../../domain/plan/draft.js';
import { readWholeAnswer } from '../../language/values/manner/whole-answer.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';

const again: ReadonlySet<string> = new Set(['proposal.classify', 'project.refer', 'plan.publish', 'schedule.plan', 'outside.renew', 'funds.explain']); // prettier-ignore

/** Deeds that take the place of what was said before, when they are done again. */
export function isDoneAnew(intent: string): boolean {
  return again.has(intent) || draftDeeds.has(intent);
}

/** 不对，应该是品质提升类: another of the choices, or another value of its form, for the last deed; all else of it stays. It is read back. */
export function otherValue({ intents, spoken }: Parts, turn: Turn, intent: string, to: string): Wish | null {
  const [did] = spoken.did(turn);
  const definition = intents.get(intent);
  if (!definition || did?.intent !== intent || !isDoneAnew(intent)) return null;
  for (const [slot, { field, accept }] of Object.entries(definition.slots)) {
    if (slot === 'no' || !/^(?:choice|money|number)$/u.test(field.kind)) continue;
    const found = readWholeAnswer(slot, to, turn.now);
    const value = accept(typeof found === 'object' ? found.value : to);
    if (value !== undefined && value !== did.slots[slot])
      return { intent, slots: { ...did.slots, [slot]: value }, sure: false, confirmed: false };
  }
  return null;
}
