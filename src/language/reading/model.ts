import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { lexiconPath } from '../lexicon/lexicon.js';
import { featuresOf } from './features.js';
import { bestLabels, type DeedKeys, keysOf, placesOf, spansOf, type SlotSpan } from './spans.js';
import type { Sight } from './sight.js';

/** One thing that a message may be meant as, and how much of the evidence speaks for it, 0 to 1. */
export interface Reading {
  readonly intent: string;
  readonly share: number;
  /** The share of the likeliest other thing, where it was looked for. */
  readonly next?: number;
}

/** What the learned reader knows. `dev/reading/train.ts` makes the file. */
export interface ReaderModel {
  /** All deeds, the likeliest first; those below a thousandth are left out. */
  read(sight: Sight, roles: readonly string[]): Reading[];
  /** The stretches of the message that fill the slots of one deed. */
  spans(sight: Sight, intent: string): SlotSpan[];
  /** The names of a deed's slots. */
  slotsOf(intent: string): readonly string[];
  /** True for a deed that was in the corpus when it learned: of any other it has no opinion. */
  knows(intent: string): boolean;
}

/** The first line of the file. */
export interface ModelHead {
  readonly intents: readonly string[];
  /** The slots of each intent, in the order of their labels. */
  readonly slots: readonly (readonly string[])[];
  readonly scale: number;
  readonly rows: number;
  readonly chainBits: number;
  /** How many bytes follow, once they are inflated. */
  readonly size: number;
}

const leastShare = 0.001;
let model: ReaderModel | undefined;

export function readerModel(): ReaderModel {
  model ??= openModel(readFileSync(lexiconPath('reader.bin')));
  return model;
}

/**
 * The file: a line of JSON; then, deflated, for each known feature, by rising number, how far it lies from the one before (7 bits a
 * byte), how many deeds it speaks for or against, and for each the deed and the weight, a byte each; then the weights of the chain.
 */
export function openModel(file: Buffer): ReaderModel {
  const end = file.indexOf(10);
  const head = JSON.parse(file.toString('utf8', 0, end)) as ModelHead;
  const bytes = inflateRawSync(file.subarray(end + 1), { chunkSize: head.size });
  const chainSize = 2 ** head.chainBits;
  const chain = new Int8Array(bytes.buffer, bytes.byteOffset + bytes.length - chainSize, chainSize);
  const { find, entries } = openRows(bytes, head.rows);
  const keys = new Map<string, DeedKeys>(
    head.intents.map((intent, at) => [intent, keysOf(intent, head.slots[at] ?? [])]),
  );
  const slots = new Map(head.intents.map((intent, at) => [intent, head.slots[at] ?? []]));
  return {
    slotsOf: intent => slots.get(intent) ?? [],
    knows: intent => slots.has(intent),
    read: (sight, roles) => {
      const sums = new Int32Array(head.intents.length);
      const features = featuresOf(sight, roles);
      for (const feature of features) {
        const place = find(feature);
        if (place < 0) continue;
        const last = place + 1 + 2 * entries[place]!;
        for (let at = place + 1; at < last; at += 2) sums[entries[at]!]! += (entries[at + 1]! << 24) >> 24;
      }
      return ranked(head, sums, head.scale / Math.sqrt(Math.max(1, features.size)));
    },
    spans: (sight, intent) => {
      const names = slots.get(intent) ?? [];
      const deed = keys.get(intent);
      return !deed || names.length === 0 ? [] : spansOf(bestLabels(placesOf(sight), deed, chain), names);
    },
  };
}

function ranked({ intents }: ModelHead, sums: Int32Array, unit: number): Reading[] {
  let most = -Infinity;
  for (const sum of sums) if (sum > most) most = sum;
  const powers = new Float64Array(sums.length);
  let all = 0;
  for (let at = 0; at < sums.length; at += 1) all += powers[at] = Math.exp((sums[at]! - most) * unit);
  const found: Reading[] = [];
  for (let at = 0; at < powers.length; at += 1) {
    const share = powers[at]! / all;
    if (share >= leastShare) found.push({ intent: intents[at] ?? '', share });
  }
  return found.toSorted((a, b) => b.share - a.share);
}

/** So many of the upper bits of a feature's number choose where the search for its row begins: some eight rows on from there. */
const bucketBits = 17;

/** Finds where the row of a feature begins. The rows stay as they are in the file; a table of them all would take 17 MB. */
function openRows(bytes: Buffer, rows: number): { find: (feature: number) => number; entries: Uint8Array } {
  // Of the first row of each bucket: its number, and where it goes on behind it.
  const firsts = new Uint32Array(2 ** bucketBits);
  const starts = new Int32Array(2 ** bucketBits).fill(-1);
  const shift = 32 - bucketBits;
  let at = 0;
  let feature = 0;
  const step = (): void => {
    let power = 1;
    for (;;) {
      const byte = bytes[at++]!;
      feature += (byte & 127) * power;
      if (byte < 128) return;
      power *= 128;
    }
  };
  for (let row = 0; row < rows; row += 1) {
    step();
    const bucket = feature >>> shift;
    if (starts[bucket]! < 0) {
      firsts[bucket] = feature;
      starts[bucket] = at;
    }
    at += 1 + 2 * bytes[at]!;
  }
  const end = at;
  return {
    entries: bytes,
    find: wanted => {
      const number = wanted >>> 0;
      const bucket = number >>> shift;
      at = starts[bucket]!;
      if (at < 0) return -1;
      feature = firsts[bucket]!;
      for (;;) {
        if (feature >= number) return feature === number ? at : -1;
        at += 1 + 2 * bytes[at]!;
        if (at >= end) return -1;
        step();
      }
    },
  };
}
