import { typed } from '../domain/money.js';
import { sayChoice } from '../publish/poll/poll-card.js';
import type { AnyIntent } from './intent.js';

/**
 * The sentence that the bot offers for a deed, filled with what was said: `批准申请3`, said of the seventh, becomes `批准申请7`.
 * It is whole when every slot that is known stands in it and the form takes it.
 */
export function offerFor(
  intent: AnyIntent,
  slots: Readonly<Record<string, unknown>>,
): { readonly say: string; readonly isWhole: boolean } | undefined {
  const example = intent.help?.form ?? intent.help?.say;
  if (example === undefined || !intent.pattern)
    return example === undefined ? undefined : { say: example, isWhole: false };
  const found = new RegExp(intent.pattern.source, 'du').exec(example);
  const places = Object.entries(found?.indices?.groups ?? {})
    .flatMap(([name, place]) => (place ? [{ name, start: place[0], end: place[1] }] : []))
    .toSorted((a, b) => b.start - a.start);
  let say = example;
  const isSpoken = places.every(
    ({ name }) => slots[name] === undefined || spoken(name, slots[name], intent) !== undefined,
  );
  for (const { name, start, end } of places) {
    const words = spoken(name, slots[name], intent);
    if (words !== undefined) say = say.slice(0, start) + words + say.slice(end);
  }
  const again = intent.pattern.exec(say)?.groups ?? {};
  const named = places.filter(({ name }) => slots[name] === undefined).map(({ name }) => name);
  const required = Object.entries(intent.slots).filter(([, kind]) => !kind.optional);
  // What is known and has no words here would stand as the example has it.
  const isWhole =
    isSpoken &&
    intent.pattern.test(say) &&
    required.every(([name]) => slots[name] !== undefined) &&
    named.every(name => intent.slots[name]?.optional !== true) &&
    Object.keys(slots).every(name => !(name in intent.slots) || slots[name] === undefined || again[name] !== undefined);
  return { say, isWhole };
}

/** A value as it is said in a form: a sum in yuan, a number in digits, words as they are. */
function spoken(name: string, known: unknown, { slots }: AnyIntent): string | undefined {
  const value = typeof known === 'object' && known !== null && 'said' in known ? known.said : known;
  if (typeof value === 'number') return /amount|cost/iu.test(name) ? typed(value) : String(value);
  if (typeof value !== 'string' || value === '') return undefined;
  // A choice is said as people say it: 同意 and not `agree`.
  return (
    slots[name]?.field.choices?.find(([choice]) => choice === value)?.[1] ??
    (name === 'choice' ? sayChoice(value) : value)
  );
}
