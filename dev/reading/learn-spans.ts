import { bestLabels, borderOf, type DeedKeys, placeIn, stepFeature } from '../../src/language/reading/spans.js';
import { chance, shuffle } from './learn-intents.js';

export interface ChainLine {
  readonly places: readonly Int32Array[];
  readonly keys: DeedKeys;
  readonly gold: Uint8Array;
}

/** Averaged perceptron over rows of labels. */
export function learnSpans(lines: readonly ChainLine[], { bits = 21, rounds = 8 } = {}): Float32Array {
  const size = 2 ** bits;
  const weights = new Float32Array(size);
  const sums = new Float64Array(size);
  const below = chance(11);
  const order = lines.map((_, at) => at);
  let now = 1;
  const add = (feature: number, key: number, by: number): void => {
    const place = placeIn(weights, feature, key);
    weights[place]! += by;
    sums[place]! += by * now;
  };
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, below);
    for (const at of order) {
      const { places, keys, gold } = lines[at]!;
      const row = bestLabels(places, keys, weights);
      now += 1;
      const count = keys.labels.length;
      for (let place = 0; place < row.length; place += 1) {
        const [want, got] = [gold[place]!, row[place]!];
        if (want !== got)
          for (const feature of places[place]!) {
            add(feature, keys.shared[want]!, 1);
            add(feature, keys.own[want]!, 1);
            add(feature, keys.shared[got]!, -1);
            add(feature, keys.own[got]!, -1);
          }
        if (place === 0) continue;
        const [wanted, gotten] = [gold[place - 1]! * count + want, row[place - 1]! * count + got];
        if (wanted !== gotten) {
          const border = borderOf(places, place);
          add(stepFeature, keys.steps[wanted]!, 1);
          add(border, keys.sharedSteps[wanted]!, 1);
          add(stepFeature, keys.steps[gotten]!, -1);
          add(border, keys.sharedSteps[gotten]!, -1);
        }
      }
    }
  }
  return Float32Array.from(weights, (weight, place) => weight - sums[place]! / now);
}
