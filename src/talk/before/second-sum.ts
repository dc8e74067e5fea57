import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** 还是200, 算了捐五十, 凑个整: the sum of just now was thought over. */
const thoughtOver = /还是|算了|不如|要不|干脆|不对|[改换]|搞错|[说打写弄]错|手滑/u;

/**
 * 还是200 behind 1号我出300元: a second sum that takes the place of what the speaker promised in the matter within ten minutes. Of every other
 * sum beside a promise that stands the deed itself asks whether it takes its place or is added.
 */
export function secondSum({ spoken }: Parts, turn: Turn, wish: Wish, text: string): Wish {
  const { intent, slots } = wish;
  if (intent !== 'pledge.money' || slots['replaces'] !== undefined || slots['adds'] || slots['beneficiary'])
    return wish;
  const done = spoken.done(turn);
  const isOfIt = done?.intent === intent && (slots['no'] ?? done.no) === done.no && !done.slots?.['beneficiary'];
  return isOfIt && thoughtOver.test(text) ? { ...wish, slots: { ...slots, no: done.no, replaces: true } } : wish;
}
