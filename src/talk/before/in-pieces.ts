import type { Understanding } from '../../language/reading/understand.js';
import { readMood } from '../../language/values/manner/mood.js';
import { takingPart } from '../meaning/taking-part.js';
import type { Begun } from '../rehearsal.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** A longer message stands by itself. */
const longestPiece = 6;
const longest = 16;

const leastShare = 0.5;

/**
 * 我 / 出 / 一百: short messages one behind the other are one sentence, once they make a promise or a vote together. It is read back, or
 * asked for what it lacks; until then each of them does nothing.
 */
export async function inPieces(
  parts: Parts,
  turn: Turn,
  text: string,
  read: (words: string) => Understanding,
): Promise<Wish | Begun | null> {
  const piece = text.trim();
  const isPiece = [...piece].length <= longestPiece && /^[\p{Script=Han}\d]+$/u.test(piece);
  if (!isPiece) parts.spoken.endPieces(turn);
  const joined = isPiece ? parts.spoken.inPieces(turn, piece) : piece;
  if (joined === piece || [...joined].length > longest || readMood(joined).length > 0) return null;
  const part = await takingPart(parts, turn, joined);
  const { intent, slots, extras, confidence } = read(joined);
  const name = parts.intents.get(intent)?.says;
  const isDeed = name !== undefined && name !== 'no' && slots[name] !== undefined && confidence >= leastShare;
  if (isDeed || part) parts.spoken.endPieces(turn);
  return isDeed ? { intent, slots: { ...slots, ...extras }, sure: false, confirmed: false } : part;
}
