import type { Wish } from './wish.js';

/** Kept with a deed of several things (申请1、申请2都付了): what the next ones have in place of its slots. */
const others = 'others';

type Slots = Wish['slots'];

/** The deed of the first of several things, with the others kept: each is read back by itself once the one before it is done or refused. */
export function oneByOne([first, ...rest]: readonly Slots[]): Slots {
  return rest.length > 0 ? { ...first, [others]: rest } : { ...first };
}

/** The same deed of the next thing; null where there is none. */
export function nextOf({ intent, slots }: Wish): Wish | null {
  const rest = slots[others];
  if (!Array.isArray(rest) || rest.length === 0) return null;
  return { intent, slots: { ...slots, ...(rest[0] as Slots), [others]: rest.slice(1) }, sure: false, confirmed: false };
}

/** How many are to come, told with the question. */
export function moreWords({ slots }: Pick<Wish, 'slots'>): string {
  const rest = slots[others];
  return Array.isArray(rest) && rest.length > 0 ? `（还有${rest.length}件，这件定了接着问。）` : '';
}
