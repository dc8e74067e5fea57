import { readInside } from '../../language/values/manner/said-inside.js';
import type { Question } from '../../store/question.js';
import type { AnyIntent } from '../intent.js';
import type { Wish } from '../wish.js';
import { asksHome, homeSaid, homeSlots, nearMark } from './home-pieces.js';

/** The slots whose values are told by their form, beside the number that is asked for; beside any other question only a sum is. */
const told = ['amount', 'choice', 'hours', 'quantity', 'score', 'percent'];
const sums = ['amount'];

/**
 * 四成 to 请问是几号, 3号楼2单元的 to 请问是多少钱: it answers nothing that was asked, and is what was not said yet. It is kept, and the question put
 * once more.
 */
export function alsoSaid(
  definition: AnyIntent | undefined,
  { intent, slots, asks }: Question,
  text: string,
  now: Date,
): { readonly wish: Wish } | undefined {
  if (!definition) return undefined;
  const kept = (more: Wish['slots']): { readonly wish: Wish } => ({
    wish: { intent, slots: { ...slots, ...more }, sure: false, confirmed: false },
  });
  // 她说出一百 to the question whose home it is: another sum than was said stands in its place.
  const isHome = asksHome.has(asks);
  for (const slot of asks === 'no' ? told : sums) {
    const isOpen = slot !== asks && (isHome || slots[slot] === undefined);
    const found = isOpen ? readInside(slot, isHome ? text.replace(speaker, '') : text, now) : undefined;
    if (found?.isAll === true && definition.slots[slot]?.accept(found.value) !== undefined)
      return kept({ [slot]: found.value });
  }
  if (homeSlots.includes(asks)) return undefined;
  const home = homeSlots.find(slot => mayBeOf(definition, slot) && slots[slot] === undefined);
  const said = home === undefined ? undefined : homeSaid(slots, text);
  return home === undefined || !said
    ? undefined
    : kept(said.isWhole ? { [home]: said.words } : { [nearMark]: said.words });
}

/** Who wants it, before the sum. */
const speaker = /^(?:那|就|嗯|哦|[，,\s])*(?:他|她|我|俺|人家|老人家?)(?:家|们)?(?:说|讲|想|要|就|先|也)*/u;

/** Whose money came is said beside it; an own promise is for nobody else unless its words say so. */
function mayBeOf({ slots }: AnyIntent, slot: string): boolean {
  const kind = slots[slot];
  return kind !== undefined && (slot === 'payer' || kind.optional !== true);
}
