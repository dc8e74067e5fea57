import { type Button, type Card, mostOnButton, type Offer } from '../talk/reply.js';

/**
 * Buttons of a card that stands alone: where one of them cannot say all that it does, each has a number, and the same number says it
 * whole above: `1 付款：支出申请3` beside `1 付款：支出申请3，850元给张记五金`.
 */
export function named(deeds: readonly (Offer & { readonly title: string; readonly words: string })[]): Pick<
  Card,
  'facts'
> & {
  readonly buttons: Button[];
} {
  const isWhole = deeds.every(({ title, words }) => title === words && [...title].length <= mostOnButton);
  const buttons = deeds.map(({ intent, slots, title }, index) => ({
    text: isWhole ? title : `${index + 1} ${title}`,
    intent,
    slots,
  }));
  return isWhole
    ? { buttons }
    : { buttons, facts: deeds.map(({ words }, index) => ({ name: String(index + 1), value: words })) };
}
