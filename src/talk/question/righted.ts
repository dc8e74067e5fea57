import { readAmends } from '../../language/values/manner/amends.js';
import { changesSaid, saysOtherwise } from '../../language/values/manner/other-values.js';
import { besideHome, fitsHome, homeWords } from '../../language/values/people/homes.js';
import type { Question } from '../../store/question.js';
import type { AnyIntent } from '../intent.js';
import type { Wish } from '../wish.js';
import { homeSlots } from './home-pieces.js';

/** 不对，是302家 to what was read back of 301: the home, or the sum or the points beside it, that is right. */
export function rightedIn({ slots }: Question, text: string, now: Date): Wish['slots'] | null {
  const slot = homeSlots.find(name => typeof slots[name] === 'string');
  const before = String(slots[slot ?? '']);
  const said = slot === undefined || slots['also'] !== undefined ? null : readAmends(text, now);
  if (
    slot === undefined ||
    !said ||
    said.isBack ||
    said.left !== undefined ||
    (said.which && !fitsHome(said.which, before))
  )
    return null;
  const { home, fen, points } = said;
  const right = {
    ...(home && { [slot]: homeWords(besideHome(home, before)) }),
    ...(fen !== undefined && slots['amount'] !== undefined && { amount: fen }),
    ...(points !== undefined && slots['points'] !== undefined && { points }),
  };
  return Object.entries(right).some(([name, value]) => slots[name] !== value) ? { ...slots, ...right } : null;
}

/** 说的不是整个工程六成，整个也就两成 to what an office was read back: the day, the sum or the share that is right. */
export function otherValuesIn(
  { binds, slots: kinds }: AnyIntent,
  slots: Question['slots'],
  text: string,
  now: Date,
): Wish['slots'] | null {
  const changes = binds !== 'household' && saysOtherwise(text) ? changesSaid(slots, text, now) : null;
  if (!changes?.every(({ slot, value }) => kinds[slot]?.accept(value) !== undefined)) return null;
  return { ...slots, ...Object.fromEntries(changes.map(({ slot, value }) => [slot, value])) };
}
