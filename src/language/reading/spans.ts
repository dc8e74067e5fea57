import { join, seedOf, spread } from './hash.js';
import type { Sight } from './sight.js';

/** A slot's stretch of signs. */
export interface SlotSpan {
  readonly slot: string;
  readonly start: number;
  readonly end: number;
}

/** The weights of the chain: one for a feature and a label, found by their numbers. */
type ChainWeights = Int8Array | Float32Array;

/** Labels of one deed: 0 is nothing, then two for each slot, its first sign and the others. */
function labelsOf(slots: readonly string[]): string[] {
  return ['', ...slots.flatMap(slot => [`B ${slot}`, `I ${slot}`])];
}

const offset = seedOf('at');
const kinds = {
  sign: seedOf('s0'), before: seedOf('s-1'), after: seedOf('s+1'), before2: seedOf('s-2'), after2: seedOf('s+2'), two: seedOf('s-1 0'), twoAfter: seedOf('s0 1'),
  twoBefore: seedOf('s-2-1'), twoLater: seedOf('s+1+2'), three: seedOf('s-1 0 1'), word: seedOf('w'), wordBefore: seedOf('w-1'), wordAfter: seedOf('w+1'), edge: seedOf('edge'), around: seedOf('s-1+1'),
}; // prettier-ignore

/**
 * How a sign stands to the one before it. A stretch seldom begins or ends in the midst of a word, and one's own words mostly end
 * with their clause: 88.9 % of the stretches of writers left out stood exactly as marked without this, 89.7 % with it.
 */
const borders = { within: seedOf('in word'), word: seedOf('word begins'), mark: seedOf('mark'), behind: seedOf('behind mark'), value: seedOf('at value') }; // prettier-ignore
const isMark = /[_?"]/u;
const isValue = /[№₥⌂]/u;

function borderAt(sign: string, before: string, begins: boolean): number {
  if (isMark.test(sign)) return borders.mark;
  if (isMark.test(before)) return borders.behind;
  if (isValue.test(sign) || isValue.test(before)) return borders.value;
  return begins ? borders.word : borders.within;
}

/** What is seen at each sign, as numbers: first how it stands to the one before it. */
export function placesOf({ signs, cuts }: Sight): Int32Array[] {
  const size = signs.length;
  const at = (place: number): number => (place < 0 ? 1 : place >= size ? 2 : signs.charCodeAt(place));
  const words: number[] = [];
  for (let index = 0; index + 1 < cuts.length; index += 1)
    words.push(seedOf(signs.slice(cuts[index], cuts[index + 1])));
  const found: Int32Array[] = [];
  let word = 0;
  for (let place = 0; place < size; place += 1) {
    while (word + 1 < cuts.length - 1 && cuts[word + 1]! <= place) word += 1;
    const begins = cuts[word] === place ? 1 : 0;
    const ends = cuts[word + 1] === place + 1 ? 2 : 0;
    const [b2, b1, s, a1, a2] = [at(place - 2), at(place - 1), at(place), at(place + 1), at(place + 2)];
    found.push(
      Int32Array.of(
        borderAt(signs[place]!, signs[place - 1] ?? '_', begins === 1),
        offset,
        join(kinds.sign, s),
        join(kinds.before, b1),
        join(kinds.after, a1),
        join(kinds.before2, b2),
        join(kinds.after2, a2),
        join(join(kinds.two, b1), s),
        join(join(kinds.twoAfter, s), a1),
        join(join(kinds.twoBefore, b2), b1),
        join(join(kinds.twoLater, a1), a2),
        join(join(join(kinds.three, b1), s), a1),
        join(join(kinds.around, b1), a1),
        join(join(kinds.word, words[word]!), begins + ends),
        join(kinds.wordBefore, words[word - 1] ?? 1) ^ begins,
        join(kinds.wordAfter, words[word + 1] ?? 2) ^ ends,
        join(kinds.edge, Math.min(place, 3) * 4 + Math.min(size - place, 3)),
      ),
    );
  }
  return found;
}

/** The keys of a deed's labels: each label has one of its own, and one that it shares with the same slot of other deeds. */
export interface DeedKeys {
  readonly labels: readonly string[];
  readonly shared: Int32Array;
  readonly own: Int32Array;
  readonly steps: Int32Array;
  /** The steps as all deeds with the same slot take them. */
  readonly sharedSteps: Int32Array;
}

export function keysOf(intent: string, slots: readonly string[]): DeedKeys {
  const labels = labelsOf(slots);
  const shared = Int32Array.from(labels, label => seedOf(`any ${label}`));
  const own = Int32Array.from(labels, label => seedOf(`${intent} ${label}`));
  const steps = Int32Array.from(labels.flatMap(from => labels.map(to => seedOf(`${intent} ${from}>${to}`))));
  const sharedSteps = Int32Array.from(labels.flatMap(from => labels.map(to => seedOf(`any ${from}>${to}`))));
  return { labels, shared, own, steps, sharedSteps };
}

export function placeIn(weights: ChainWeights, feature: number, key: number): number {
  return spread(feature ^ Math.imul(key, 0x9e3779b1)) & (weights.length - 1);
}

/** The best row of labels, by Viterbi. An inner sign follows only a sign of its own slot. */
export function bestLabels(places: readonly Int32Array[], keys: DeedKeys, weights: ChainWeights): Uint8Array {
  const { labels, shared, own, steps, sharedSteps } = keys;
  const count = labels.length;
  const size = places.length;
  const back = new Uint8Array(size * count);
  let scores = new Float64Array(count).fill(-Infinity);
  for (let place = 0; place < size; place += 1) {
    const next = new Float64Array(count).fill(-Infinity);
    const border = borderOf(places, place);
    for (let label = 0; label < count; label += 1) {
      const inner = label > 0 && label % 2 === 0;
      if (place === 0 && inner) continue;
      let best = place === 0 ? 0 : -Infinity;
      let from = 0;
      if (place > 0) {
        for (let before = 0; before < count; before += 1) {
          if (inner && before !== label && before !== label - 1) continue;
          const step = before * count + label;
          const score =
            scores[before]! +
            weights[placeIn(weights, offset, steps[step]!)]! +
            weights[placeIn(weights, border, sharedSteps[step]!)]!;
          if (score > best) {
            best = score;
            from = before;
          }
        }
      }
      let here = 0;
      for (const feature of places[place]!)
        here += weights[placeIn(weights, feature, shared[label]!)]! + weights[placeIn(weights, feature, own[label]!)]!;
      next[label] = best + here;
      back[place * count + label] = from;
    }
    scores = next;
  }
  const row = new Uint8Array(size);
  let label = 0;
  for (let each = 1; each < count; each += 1) if (scores[each]! > scores[label]!) label = each;
  for (let place = size - 1; place >= 0; place -= 1) {
    row[place] = label;
    label = back[place * count + label]!;
  }
  return row;
}

export const stepFeature = offset;

/** Steps are learned under this besides, alike for all deeds. */
export function borderOf(places: readonly Int32Array[], place: number): number {
  return places[place]![0]!;
}

/** The spans of a row of labels. */
export function spansOf(row: Uint8Array, slots: readonly string[]): SlotSpan[] {
  const spans: SlotSpan[] = [];
  for (let place = 0; place < row.length; place += 1) {
    const label = row[place]!;
    if (label % 2 === 0) continue;
    let end = place + 1;
    while (row[end] === label + 1) end += 1;
    spans.push({ slot: slots[(label - 1) / 2] ?? '', start: place, end });
  }
  return spans;
}
