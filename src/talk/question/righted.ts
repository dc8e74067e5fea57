import { readAmends } from '../../language/values/manner/amends.js';
import { besideHome, fitsHome, homeWords } from '../../language/values/people/homes.js';
import type { Question } from '../../store/question.js';
import type { Wish } from '../wish.js';
import { homeSlots } from './home-pieces.js';

/** 不对，是302家 to what was read back of 301: the home, or the sum or the points beside it, that is right. */
export function rightedIn({ slots }: Question, text: string, now: Date): Wish['slots'] | null {
  const slot = homeSlots.find(name => typeof slots[name] === 'string');
  const before = String(slots[slot ?? '']);
  const said = slot === undefined || slots['also'] !== undefined ? null : readAmends(text, now);
  if (slot === undefined || !said || said.isBack || (said.which && !fitsHome(said.which, before))) return null;
  const { home, fen, points } = said;
  const right = {
    ...(home && { [slot]: homeWords(besideHome(home, before)) }),
    ...(fen !== undefined && slots['amount'] !== undefined && { amount: fen }),
    ...(points !== undefined && slots['points'] !== undefined && { points }),
  };
  return Object.entries(right).some(([name, value]) => slots[name] !== value) ? { ...slots, ...right } : null;
}
