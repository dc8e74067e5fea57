import type { Offer, Reply } from '../reply.js';
import type { Wish } from '../wish.js';
import type { Question } from '../../store/question.js';

/** What a question asks for that is answered by the number of an offer. */
export const picking = 'pick';

/** An answer with numbered offers is a question: the next bare number takes the offer of that number. */
export function asQuestion({ offers }: Reply): Pick<Question, 'intent' | 'slots' | 'asks'> | null {
  return offers && offers.length > 0 ? { intent: 'todo.show', slots: { offers }, asks: picking } : null;
}

/** True for several numbers of a list at once: 1、2、3. */
export function isSeveral(text: string): boolean {
  return /^\d{1,2}(?:号|条|项)?(?:[、,，和\s]+\d{1,2}(?:号|条|项)?)+[。.]?$/u.test(text.normalize('NFKC').trim());
}

/** The offer that a number takes; the list again for a number that it has not; null for anything else that is said. */
export function pickedOffer({ slots }: Question, text: string): Wish | null {
  const number = /^(?:第|选|办)?(\d{1,2})(?:号|条|件|个|项)?[。.、]?$/u.exec(text.normalize('NFKC').trim())?.[1];
  if (number === undefined) return null;
  const offer = (slots['offers'] as readonly Offer[])[Number(number) - 1];
  return { ...(offer ?? { intent: 'todo.show', slots: {} }), sure: true, confirmed: false };
}

/** `12号 批准申请3`: an offer by its matter and its title. */
export function shownTitle({ slots, title = '' }: Offer): string {
  const { no } = slots;
  return typeof no === 'number' && !title.includes(`${no}号`) ? `${no}号 ${title}` : title;
}
