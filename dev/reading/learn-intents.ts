/** One line to learn from, as numbers. */
export interface Example {
  readonly features: Int32Array;
  readonly gold: number;
  readonly weight?: number;
}

/** What was learned: a row of weights for each known feature, and how much each feature tells. */
export interface Learned {
  readonly places: ReadonlyMap<number, number>;
  readonly telling: Float32Array;
  readonly weights: Float32Array;
  readonly classes: number;
  readonly unseen: number;
}

export interface Pace {
  readonly rounds: number;
  readonly step: number;
  readonly decay: number;
  readonly leastCount: number;
  readonly power: number;
  readonly sharp: number;
  readonly least: number;
  readonly start: number;
  /** How many orders of the lines are learned from; their mean leaves less to the chance of one order. */
  readonly orders: number;
}

export const usualPace: Pace = {
  rounds: 5,
  step: 2,
  decay: 2e-6,
  leastCount: 1,
  power: 0,
  sharp: 1,
  least: 0.003,
  start: 1e-2,
  orders: 7,
};

/** Softmax regression, each weight with its own step (AdaGrad). The same lines in the same order give the same weights. */
export function learnIntents(examples: readonly Example[], classes: number, pace: Pace = usualPace): Learned {
  const { leastCount, power } = pace;
  const counts = new Map<number, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const places = new Map<number, number>();
  const tells: number[] = [];
  for (const [feature, count] of counts)
    if (count >= leastCount) {
      places.set(feature, places.size);
      tells.push((Math.log(examples.length / count) / 10) ** power);
    }
  const telling = Float32Array.from(tells);
  const unseen = tells.reduce((most, each) => Math.max(most, each), 0);
  const lines = examples.map(({ features, gold, weight = 1 }) => ({
    ...bag({ places, telling, unseen }, features, pace.sharp),
    gold,
    weight,
  }));
  const mean = new Float32Array(places.size * classes);
  for (let seed = 0; seed < pace.orders; seed += 1) {
    const weights = descend(lines, { size: places.size, classes, pace, below: chance(7 + seed) });
    for (let place = 0; place < mean.length; place += 1) mean[place]! += weights[place]! / pace.orders;
  }
  return { places, telling, weights: mean, classes, unseen };
}

interface Bagged {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  readonly gold: number;
  readonly weight: number;
}

/** One descent through the lines, round by round, in an order that `below` shuffles. */
function descend(
  lines: readonly Bagged[],
  { size, classes, pace, below }: { size: number; classes: number; pace: Pace; below: (count: number) => number },
): Float32Array {
  const { rounds, step, decay } = pace;
  const weights = new Float32Array(size * classes);
  const squares = new Float32Array(size * classes).fill(pace.start);
  const sums = new Float64Array(classes);
  const order = lines.map((_, at) => at);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, below);
    for (const at of order) {
      const { rows, values, gold, weight } = lines[at]!;
      scores(rows, values, { weights, classes }, sums);
      soften(sums);
      for (let kind = 0; kind < classes; kind += 1) {
        const slope = (sums[kind]! - (kind === gold ? 1 : 0)) * weight;
        if (Math.abs(slope) < pace.least) continue;
        for (let each = 0; each < rows.length; each += 1) {
          const place = rows[each]! * classes + kind;
          const pull = slope * values[each]! + decay * weights[place]!;
          squares[place]! += pull * pull;
          weights[place]! -= (step * pull) / Math.sqrt(squares[place]!);
        }
      }
    }
  }
  return weights;
}

function bag(
  { places, telling, unseen }: Pick<Learned, 'places' | 'telling' | 'unseen'>,
  features: Int32Array,
  sharp: number,
): { rows: Int32Array; values: Float32Array } {
  const rows: number[] = [];
  const values: number[] = [];
  let square = 0;
  for (const feature of features) {
    const row = places.get(feature);
    const value = row === undefined ? unseen : telling[row]!;
    square += value * value;
    if (row !== undefined) {
      rows.push(row);
      values.push(value);
    }
  }
  const unit = sharp / Math.sqrt(square || 1);
  return { rows: Int32Array.from(rows), values: Float32Array.from(values, value => value * unit) };
}

function scores(
  rows: Int32Array,
  values: Float32Array,
  { weights, classes }: { weights: Float32Array; classes: number },
  sums: Float64Array,
): void {
  sums.fill(0);
  for (let each = 0; each < rows.length; each += 1) {
    const from = rows[each]! * classes;
    const value = values[each]!;
    for (let kind = 0; kind < classes; kind += 1) sums[kind]! += weights[from + kind]! * value;
  }
}

function soften(sums: Float64Array): void {
  let most = -Infinity;
  for (const sum of sums) most = Math.max(most, sum);
  let all = 0;
  for (let at = 0; at < sums.length; at += 1) all += sums[at] = Math.exp(sums[at]! - most);
  for (let at = 0; at < sums.length; at += 1) sums[at]! /= all;
}

/** A row of numbers that only looks like chance: training is the same each time. */
export function chance(seed: number): (count: number) => number {
  let state = seed;
  return count => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % count;
  };
}

export function shuffle<T>(list: T[], below: (count: number) => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = below(at + 1);
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
}
