import { Refusal } from '../../domain/refusal.js';
import type { AnyIntent } from '../intent.js';
import { say } from '../refusals/say.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { isAwaited } from './home-pieces.js';

/** The first required slot without a usable value, with the question that asks for it, or what was wrong with it. */
export function missingSlot(
  parts: Parts,
  intent: AnyIntent,
  { slots, text, now }: { slots: Wish['slots']; text: string; now: Date },
): { name: string; question: string; isFault?: true } | null {
  for (const [name, kind] of Object.entries(intent.slots)) {
    const usable = slots[name] !== undefined && kind.accept(slots[name]) !== undefined;
    if (usable) continue;
    if (!kind.optional || kind.strict) {
      // A fixed form hands over the very words that cannot be used.
      const said = slots[name];
      const fault = refusalOf(() => kind.diagnose?.(typeof said === 'string' ? said : text, now));
      if (fault) parts.onRefusal?.(fault.code);
      if (fault) return { name, question: say(fault), isFault: true };
    }
    // What is never asked for is left out where its words cannot be used.
    const isFree = kind.optional && (slots[name] === undefined || kind.ask === '') && !isAwaited(slots, name);
    if (isFree || kind.needed?.(slots) === false) continue;
    return { name, question: kind.ask };
  }
  return null;
}

function refusalOf(check: () => void): Refusal | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** What binds the own home and still lacks something, and was not said surely. */
export function isLacking(parts: Parts, { now }: Turn, { intent, slots, sure }: Wish, text: string): boolean {
  const definition = sure ? undefined : parts.intents.get(intent);
  return definition?.binds === 'household' && missingSlot(parts, definition, { slots, text, now }) !== null;
}
