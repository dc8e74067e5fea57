import { readInside } from '../../language/values/manner/said-inside.js';
import type { Question } from '../../store/question.js';
import type { AnyIntent } from '../intent.js';
import type { Wish } from '../wish.js';

/** The slots whose values are told by their form, beside the number that is asked for. */
const told = ['amount', 'choice', 'hours', 'quantity', 'score', 'percent'];

/** 四成 to 请问是几号: it answers nothing that was asked, and is the value that was not said yet. It is kept, and the number asked once more. */
export function alsoSaid(
  definition: AnyIntent | undefined,
  { intent, slots, asks }: Question,
  text: string,
  now: Date,
): { readonly wish: Wish } | undefined {
  if (!definition || asks !== 'no') return undefined;
  for (const slot of told) {
    const found = slots[slot] === undefined ? readInside(slot, text, now) : undefined;
    if (found?.isAll === true && definition.slots[slot]?.accept(found.value) !== undefined)
      return { wish: { intent, slots: { ...slots, [slot]: found.value }, sure: false, confirmed: false } };
  }
  return undefined;
}
