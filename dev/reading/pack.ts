import { deflateRawSync } from 'node:zlib';
import type { ModelHead } from '../../src/language/reading/model.js';
import type { Learned } from './learn-intents.js';

/** Smaller weights than `least` change no reading and are left out; more are where the file would have more than `most` bytes. */
export interface Thrift {
  readonly least: number;
  readonly most: number;
}

/** By how much more is left out at a time until the file is small enough. */
const step = 0.01;

/** Writes what was learned as `openModel` reads it. */
export function pack(
  head: Pick<ModelHead, 'intents' | 'slots'>,
  learned: Learned,
  chain: Float32Array,
  { least, most }: Thrift,
): Buffer {
  for (let above = least; ; above += step) {
    const bytes = written(head, learned, chain, above);
    if (bytes.length <= most) return bytes;
  }
}

function written(
  head: Pick<ModelHead, 'intents' | 'slots'>,
  learned: Learned,
  chain: Float32Array,
  least: number,
): Buffer {
  const { places, weights, classes } = learned;
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / 127;
  const features = [...places].map(([feature, row]) => [feature >>> 0, row] as const).toSorted((a, b) => a[0] - b[0]);
  const bytes: number[] = [];
  let before = 0;
  let rows = 0;
  for (const [feature, row] of features) {
    const entries: number[] = [];
    for (let kind = 0; kind < classes; kind += 1) {
      const weight = weights[row * classes + kind]!;
      const whole = Math.round(weight / scale);
      if (Math.abs(weight) > least && whole !== 0) entries.push(kind, whole & 255);
    }
    if (entries.length === 0) continue;
    rows += 1;
    let gap = feature - before;
    for (; gap >= 128; gap = Math.floor(gap / 128)) bytes.push((gap % 128) | 128);
    bytes.push(gap, entries.length / 2, ...entries);
    before = feature;
  }
  const top = chain.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const small = Int8Array.from(chain, weight => Math.round(Math.max(-1, Math.min(1, (weight / top) * 3)) * 127));
  const body = Buffer.concat([Buffer.from(bytes), Buffer.from(small.buffer)]);
  const line = {
    ...head,
    scale,
    rows,
    chainBits: Math.log2(chain.length),
    size: body.length,
  } satisfies ModelHead;
  return Buffer.concat([Buffer.from(`${JSON.stringify(line)}\n`), deflateRawSync(body, { level: 9 })]);
}
