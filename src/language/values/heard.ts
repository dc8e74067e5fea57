import { readLines } from '../lexicon/lexicon.js';
import { segment } from '../lexicon/segment.js';

/** The sound of each sign, as one sign of its own; zh and z, ch and c, sh and s are one, as half of the country speaks them. */
const soundOf = new Map<string, string>();
const kinds = new Map<string, string>();
/** What a sound begins with: 飞 is near 反. */
const beginnings = new Map<string, string>();
for (const line of readLines('sounds.txt')) {
  const [sound = '', signs = ''] = line.split(' ');
  const flat = sound.replace(/^(?<flat>[zcs])h/, '$<flat>');
  const kind = kinds.get(flat) ?? String.fromCharCode(0xe000 + kinds.size);
  kinds.set(flat, kind);
  const begins = /^[^aeiouv]*/.exec(flat)?.[0] ?? '';
  for (const sign of signs) {
    soundOf.set(sign, kind);
    beginnings.set(sign, begins);
  }
}

/** One sign for the sound of each: texts that sound the same have the same. */
export const soundsOf = (text: string): string => Array.from(text, sign => soundOf.get(sign) ?? sign).join('');

const deedWords = ['同意', '反对', '弃权', '支持', '附议'] as const;
/** 初200 of one's own: 出. */
const givenSum = /(?<=[我俺咱家号])(?<sign>\p{Script=Han})(?=\d+|[一二两三四五六七八九]?[十百千])/u;

/**
 * The words with those of a deed of the own household in the place of signs that sound like them, or nearly so (我统一, 我飞对, 我初200): far
 * more than `asHeard` sets right, so it is only asked where the whole sentence is then such a deed. The same text where none sounds so.
 */
export function deedsHeard(text: string): string {
  let cuts: ReadonlySet<number> | undefined;
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const typed = text.slice(at, at + 2);
    const isCut = (place: number): boolean => (cuts ??= cutsOf(text)).has(at + place);
    const meant = deedWords.find(word => word !== typed && isHeardAs(typed, word, isCut));
    if (meant) return text.slice(0, at) + meant + text.slice(at + 2);
  }
  const given = givenSum.exec(text);
  const sign = given?.groups?.['sign'] ?? '';
  if (!given || sign === '出' || soundsOf(sign) !== soundsOf('出')) return text;
  return `${text.slice(0, given.index)}出${text.slice(given.index + 1)}`;
}

/** All of it sounds the same, or one sign is right and the other begins alike and is no part of a word. */
function isHeardAs(typed: string, meant: string, isCut: (at: number) => boolean): boolean {
  if (soundsOf(typed) === soundsOf(meant)) return isCut(0) && isCut(2);
  const wrong = [0, 1].filter(at => typed[at] !== meant[at]);
  const [only] = wrong;
  if (only === undefined || wrong.length > 1 || ![0, 1, 2].every(isCut)) return false;
  const begins = beginnings.get(typed[only] ?? '');
  return begins !== undefined && begins !== '' && begins === beginnings.get(meant[only] ?? '');
}

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
