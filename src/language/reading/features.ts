import { isPast, namesOthers, namesSelf, tells } from './cues.js';
import { readMood } from '../values/manner/mood.js';
import { extend, join, seedOf } from './hash.js';
import type { Sight } from './sight.js';

const run = seedOf('run');
const word = seedOf('word');
const near = seedOf('near');
const pair = seedOf('pair');
const head = seedOf('head');
/** Words further on are paired with none. */
const mostPaired = 14;
const longestRun = 4;

/** What stands in a message, each thing once, as numbers: runs of one to four signs, words, pairs of words, the mood, the role. */
export function featuresOf(sight: Sight, roles: readonly string[]): Set<number> {
  const found = new Set<number>();
  addRuns(sight, found);
  addWords(sight, found);
  addMood(sight, found);
  for (const role of roles) found.add(seedOf(`role ${role}`));
  if (roles.length === 0) found.add(seedOf('role none'));
  return found;
}

function addRuns({ signs }: Sight, found: Set<number>): void {
  const text = `^${signs.replace(/9+/gu, '9').replace(/_+/gu, '_').replace(/^_|_$/gu, '')}$`;
  for (let start = 0; start < text.length; start += 1) {
    let hash = run;
    const end = Math.min(start + longestRun, text.length);
    for (let at = start; at < end; at += 1) {
      hash = join(hash, text.charCodeAt(at));
      found.add(hash);
    }
  }
}

function addWords({ signs, cuts }: Sight, found: Set<number>): void {
  const hashes: number[] = [];
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const text = signs.slice(cuts[at], cuts[at + 1]);
    if (text === '_') continue;
    const hash = extend(word, text);
    found.add(hash);
    hashes.push(hash);
  }
  for (let at = 0; at + 1 < hashes.length; at += 1) found.add(join(join(near, hashes[at]!), hashes[at + 1]!));
  // What a message begins with is mostly what it is about, however long it goes on.
  let begin = head;
  for (const hash of hashes.slice(0, 4)) found.add((begin = join(begin, hash)));
  const most = Math.min(hashes.length, mostPaired);
  for (let one = 0; one < most; one += 1)
    for (let other = one + 2; other < most; other += 1) found.add(join(join(pair, hashes[one]!), hashes[other]!));
}

function addMood({ scene, signs }: Sight, found: Set<number>): void {
  const { plain, asked, supposed, jested, amounts, nos, addresses } = scene;
  const moods = [
    asked && 'asked', supposed && 'supposed', jested && 'jested', isPast(plain) && 'past', tells(plain) && 'tells',
    namesOthers(plain) && 'others', namesSelf(plain) && 'self', /[不没别未]/u.test(plain) && 'denied', `sums ${Math.min(amounts.length, 2)}`,
    `numbers ${Math.min(nos.length, 2)}`, `addresses ${Math.min(addresses.length, 2)}`, `long ${Math.min(6, Math.floor(Math.log2(signs.length + 1)))}`,
  ]; // prettier-ignore
  for (const mood of moods) if (mood) found.add(seedOf(`mood ${mood}`));
  for (const { kind } of readMood(scene.said)) found.add(seedOf(`tone ${kind}`));
}
