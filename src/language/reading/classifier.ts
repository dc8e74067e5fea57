import { readFileSync } from 'node:fs';
import { lexiconPath } from './lexicon.js';
import type { Scene } from './scene.js';

/** What the words of a message look like as a whole: one intent, and how much of all the evidence speaks for it, 0 to 1. */
export interface Likeness {
  readonly intent: string;
  readonly share: number;
  /** The share of one intent. */
  shareOf(intent: string): number;
  /** The share of all intents whose name fits. */
  of(names: RegExp): number;
}

/** Runs of one to four signs, and the mood, each in one of this many buckets. */
export const buckets = 2 ** 15;
const longestRun = 3;
/** Longer messages are told by their beginning. */
const longestText = 160;

interface Model {
  readonly intents: readonly string[];
  readonly scale: number;
  /** One byte a bucket and intent. */
  readonly weights: Int8Array;
}

let model: Model | undefined;

/**
 * Compares a message with what was said before: a linear model over runs of signs, trained by
 * `dev/scripts/train-classifier.mjs` on the lines of `tests/language`. It knows no slots and gives no reasons, so it only
 * seconds or doubts what the rules found, and speaks up where they found nothing.
 */
export function likenessOf(scene: Scene): Likeness {
  model ??= load();
  const { intents, scale, weights } = model;
  const size = intents.length;
  const sums = new Int32Array(size);
  const found = featuresOf(scene);
  for (const bucket of found) {
    for (let at = 0, place = bucket * size; at < size; at += 1, place += 1) sums[at]! += weights[place]!;
  }
  let top = 0;
  for (let at = 1; at < size; at += 1) if (sums[at]! > sums[top]!) top = at;
  const unit = scale / Math.sqrt(found.length);
  const powers = new Float64Array(size);
  let all = 0;
  for (let at = 0; at < size; at += 1) all += powers[at] = Math.exp((sums[at]! - sums[top]!) * unit);
  return {
    intent: intents[top] ?? 'chat.other',
    share: 1 / all,
    shareOf: intent => (powers[intents.indexOf(intent)] ?? 0) / all,
    of: names => {
      let power = 0;
      for (const at of placesOf(names, intents)) power += powers[at]!;
      return power / all;
    },
  };
}

const familyPlaces = new Map<RegExp, number[]>();

function placesOf(names: RegExp, intents: readonly string[]): number[] {
  const known = familyPlaces.get(names);
  if (known) return known;
  const places = intents.flatMap((intent, at) => (names.test(intent) ? [at] : []));
  familyPlaces.set(names, places);
  return places;
}

const seen = new Int32Array(buckets);
let round = 0;

/** The buckets of what stands in a message, each once. */
export function featuresOf({ plain, asked, supposed, jested }: Scene): number[] {
  const text = `^${plain
    .slice(0, longestText)
    .replace(/[\s，,。.!！;；、~…:"“”]+/gu, '_')
    .replace(/\d+/gu, '9')}$`;
  const found: number[] = [];
  round += 1;
  const add = (hash: number): void => {
    const bucket = (Math.imul(hash, 0x9e3779b1) >>> 17) & (buckets - 1);
    if (seen[bucket] === round) return;
    seen[bucket] = round;
    found.push(bucket);
  };
  for (let start = 0; start < text.length; start += 1) {
    let hash = 0x811c9dc5;
    for (let end = start; end < Math.min(start + longestRun, text.length); end += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(end), 0x01000193);
      add(hash);
    }
  }
  if (asked) add(1);
  if (supposed) add(2);
  if (jested) add(3);
  return found;
}

/** The file is one line of JSON (`intents`, `scale`), then the weights. */
function load(): Model {
  const bytes = readFileSync(lexiconPath('classifier.bin'));
  const end = bytes.indexOf(10);
  const { intents, scale } = JSON.parse(bytes.toString('utf8', 0, end)) as Omit<Model, 'weights'>;
  return { intents, scale, weights: new Int8Array(bytes.buffer, bytes.byteOffset + end + 1, buckets * intents.length) };
}
