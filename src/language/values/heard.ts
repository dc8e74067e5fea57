import { readLines } from '../reading/lexicon.js';
import { segment } from '../reading/segment.js';

/** The sound of each sign, as one sign of its own; zh and z, ch and c, sh and s are one, as half of the country speaks them. */
const soundOf = new Map<string, string>();
const kinds = new Map<string, string>();
for (const line of readLines('sounds.txt')) {
  const [sound = '', signs = ''] = line.split(' ');
  const flat = sound.replace(/^(?<flat>[zcs])h/, '$<flat>');
  const kind = kinds.get(flat) ?? String.fromCharCode(0xe000 + kinds.size);
  kinds.set(flat, kind);
  for (const sign of signs) soundOf.set(sign, kind);
}

/** One sign for the sound of each: texts that sound the same have the same. */
export const soundsOf = (text: string): string => Array.from(text, sign => soundOf.get(sign) ?? sign).join('');
const meantBy = new Map(readLines('heard-words.txt').map(word => [soundsOf(word), word]));
const heard = new RegExp([...meantBy.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gu');

/** The deed of a longer message is told by its beginning (`reading/sight.ts`), and the rest need not be listened to. */
const longest = 320;

/** Signs too common to be slips: 没人捐, 议一议. */
const common = /[一二两三四五六七八九十百千万人]/u;

/**
 * Sets right what was typed with other signs of the same sound: 付议 is 附议, 我头反对 is 我投反对. At least one sign is right, and all of
 * them stand outside of any other word, so 其全部, 议议 and 地方安个滑梯 stay as they are. As long as what was typed.
 */
export function asHeard(whole: string): string {
  const text = whole.slice(0, longest);
  const sounds = soundsOf(text);
  if (sounds.length !== text.length) return whole;
  let right = text;
  let cuts: ReadonlySet<number> | undefined;
  for (const { 0: sound, index } of sounds.matchAll(heard)) {
    const typed = text.slice(index, index + sound.length);
    const meant = meantBy.get(sound) ?? typed;
    if (typed === meant) continue;
    cuts ??= cutsOf(text);
    if (isSlip(typed, meant, at => cuts?.has(index + at) === true))
      right = right.slice(0, index) + meant + right.slice(index + sound.length);
  }
  return right + whole.slice(longest);
}

/** True where some signs of a word were typed as others of its sound, and stand outside of any other word. */
export function isSlip(typed: string, meant: string, isCut: (at: number) => boolean): boolean {
  const wrong = Array.from(typed, (_, at) => at).filter(at => typed[at] !== meant[at]);
  return (
    wrong.length < typed.length &&
    typed[0] !== typed[1] &&
    isCut(0) &&
    isCut(typed.length) &&
    wrong.every(at => isCut(at) && isCut(at + 1) && !common.test(typed[at]!))
  );
}

/** Where the words of a text begin and end. */
export function cutsOf(text: string): Set<number> {
  const cuts = new Set([0]);
  let at = 0;
  for (const word of segment(text)) cuts.add((at += word.length));
  return cuts;
}
