import type { Sentence } from './sentence.js';
import { foldWidth } from '../values/width.js';
import type { Mark } from './marks.js';
import type { SlotSpan } from './spans.js';

/** Where the marks of a line stand among the signs that the reader sees of it. */
export function alignMarks(raw: string, marks: readonly Mark[], sentence: Sentence): SlotSpan[] {
  if (marks.length === 0) return [];
  const partner = partnersOf(foldWidth(raw), sentence.said);
  const places = sentence.places.length > 0 ? sentence.places : [...sentence.plain, ''].map((_, at) => at);
  const taken = new Set<number>();
  return marks.flatMap(({ slot, start, end }) => {
    const inside: number[] = [];
    for (let at = start; at < end; at += 1)
      if (partner[at] !== undefined && partner[at]! >= 0) inside.push(partner[at]!);
    const from = inside[0];
    const to = inside.at(-1);
    if (from === undefined || to === undefined) return [];
    let first = -1;
    let last = -1;
    for (let sign = 0; sign + 1 < places.length; sign += 1) {
      if (places[sign + 1]! > from && places[sign]! <= to && !taken.has(sign)) {
        if (first < 0) first = sign;
        last = sign;
      }
    }
    if (first < 0) return [];
    for (let sign = first; sign <= last; sign += 1) taken.add(sign);
    return [{ slot, start: first, end: last + 1 }];
  });
}

/** For each sign of the one text the place of its partner in the other, by the longest common row of signs; -1 for none. */
function partnersOf(one: string, other: string): Int32Array {
  const width = other.length + 1;
  const common = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        one[i] === other[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const partners = new Int32Array(one.length).fill(-1);
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) partners[i++] = j++;
    else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return partners;
}
