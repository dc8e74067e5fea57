import { endAfter } from '../../language/values/time/deadline-said.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** 发起1号的表决，给大家三天时间: the poll ends after so long, and not when it would by itself. It is read back. */
export function lasting({ now }: Turn, wish: Wish, text: string): Wish {
  if (wish.intent !== 'poll.open' || wish.slots['deadline'] !== undefined) return wish;
  const deadline = endAfter(text, now);
  return deadline === undefined ? wish : { ...wish, slots: { ...wish.slots, deadline }, sure: false };
}
