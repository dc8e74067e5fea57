import { alignMarks } from '../../src/language/reading/align.js';
import { featuresOf } from '../../src/language/reading/features.js';
import { type Sight, sightOf } from '../../src/language/reading/sight.js';
import { keysOf, placesOf, type SlotSpan } from '../../src/language/reading/spans.js';
import { sceneOf } from '../../src/language/reading/scene.js';
import { chance, type Example, learnIntents, type Pace, usualPace } from './learn-intents.js';
import { type ChainLine, learnSpans } from './learn-spans.js';
import type { Line } from './lines.js';
import { pack, type Thrift } from './pack.js';

/** A line that has been looked at once, for as many trainings as are wanted. */
export interface Seen extends Line {
  readonly sight: Sight;
  readonly spans: readonly SlotSpan[] | null;
}

export function seen(line: Line): Seen {
  const scene = sceneOf(line.text, new Date(0));
  return { ...line, sight: sightOf(scene), spans: line.marks && alignMarks(line.text, line.marks, scene) };
}

const offices = [
  'grid_secretary',
  'community_secretary',
  'building_leader',
  'cashier',
  'bookkeeper',
  'supervisor',
  'contractor',
  'grid_worker',
];

/**
 * The role is left out of a part of the lines, so that words count without it; and what residents say is said by holders of
 * office too, so an office is added to a part of theirs.
 */
function rolesOf({ role }: Line, below: (count: number) => number): string[] {
  const luck = below(10);
  if (luck < (role === '' ? 7 : 3)) return [];
  if (role !== 'resident' && role !== '') return ['resident', role];
  return luck < 5 ? ['resident', offices[below(offices.length)]!] : ['resident'];
}

/** Smaller weights tell nothing; and the file has at most 8 MB, for it lies in the repository. */
const usualThrift: Thrift = { least: 0.33, most: 8_000_000 };

/** Learns a reader from the lines, as the bytes of its file. */
export function learn(lines: readonly Seen[], pace: Pace = usualPace, thrift: Thrift = usualThrift): Buffer {
  const intents = [...new Set(lines.map(({ intent }) => intent))].toSorted();
  const slots = intents.map(intent => {
    const marks = lines.filter(line => line.intent === intent).flatMap(line => line.marks ?? []);
    return [...new Set(marks.map(({ slot }) => slot))].toSorted();
  });
  const below = chance(3);
  const places = new Map(intents.map((intent, at) => [intent, at]));
  const examples: Example[] = lines.map(line => ({
    features: Int32Array.from(featuresOf(line.sight, rolesOf(line, below))),
    gold: places.get(line.intent) ?? 0,
  }));
  const learned = learnIntents(examples, intents.length, pace);
  const keys = intents.map((intent, at) => keysOf(intent, slots[at] ?? []));
  const rows = lines.flatMap((line): ChainLine[] => {
    const at = places.get(line.intent) ?? 0;
    const names = slots[at] ?? [];
    if (!line.spans || names.length === 0) return [];
    return [{ places: placesOf(line.sight), keys: keys[at]!, gold: goldOf(line.sight, line.spans, names) }];
  });
  return pack({ intents, slots }, learned, learnSpans(rows), thrift);
}

function goldOf({ signs }: Sight, spans: readonly SlotSpan[], names: readonly string[]): Uint8Array {
  const gold = new Uint8Array(signs.length);
  for (const { slot, start, end } of spans) {
    const first = names.indexOf(slot) * 2 + 1;
    for (let at = start; at < Math.min(end, gold.length); at += 1) gold[at] = at === start ? first : first + 1;
  }
  return gold;
}
