/**
 * Trains the classifier of `src/language/reading/classifier.ts` on the annotated lines of the repository.
 *
 *   npm run build && node dev/scripts/train-classifier.mjs
 *
 * Softmax regression, each weight with its own step (AdaGrad); the same lines give the same file, byte for byte.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const built = join(root, 'dist', 'src');
const { buckets, featuresOf } = await import(join(built, 'language', 'reading', 'classifier.js'));
const { sceneOf } = await import(join(built, 'language', 'reading', 'scene.js'));
const { loadIntents, phrasesOf } = await import(join(built, 'process', 'registry.js'));

const rounds = 12;
const step = 0.5;
const decay = 1e-5;
const now = new Date('2025-10-16T09:30:00+08:00');

const linesOf = path => readFileSync(path, 'utf8').split('\n');
const filesOf = name => {
  const folder = join(root, 'tests', 'language', name);
  return readdirSync(folder)
    .toSorted()
    .map(file => join(folder, file));
};

/** `words => intent slot=value`, or JSON. */
const annotated = filesOf('corpus')
  .flatMap(linesOf)
  .flatMap(line => {
    if (line.startsWith('{')) return [JSON.parse(line)];
    const found = /^(?!\/\/)(?<text>.*?) => (?<intent>\S+)/.exec(line);
    return found ? [{ text: found.groups.text, intent: found.groups.intent }] : [];
  });
/** Lines below the name of their intent. */
const sayings = filesOf('sayings').flatMap(path => {
  let intent = '';
  return linesOf(path).flatMap(line => {
    if (line.startsWith('# ')) intent = line.slice(2).trim();
    return line === '' || line.startsWith('# ') ? [] : [{ text: line, intent }];
  });
});
const phrases = Object.entries(phrasesOf(await loadIntents())).flatMap(([intent, texts]) =>
  texts.map(text => ({ text, intent })),
);
const lines = [...annotated, ...sayings, ...phrases];

const intents = [...new Set(lines.map(({ intent }) => intent))].toSorted();
const size = intents.length;
const examples = lines.map(({ text, intent }) => ({
  found: featuresOf(sceneOf(text, now)),
  gold: intents.indexOf(intent),
}));

// What stands in one line only tells nothing of others.
const counts = new Map();
for (const { found } of examples) for (const bucket of found) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);

const weights = new Float32Array(buckets * size);
const squares = new Float32Array(buckets * size).fill(1e-6);
let seed = 7;
const below = count => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % count;

for (let round = 0; round < rounds; round += 1) {
  for (let at = examples.length - 1; at > 0; at -= 1) {
    const other = below(at + 1);
    [examples[at], examples[other]] = [examples[other], examples[at]];
  }
  for (const { found, gold } of examples) {
    const unit = 1 / Math.sqrt(found.length);
    const known = found.filter(bucket => counts.get(bucket) > 1);
    const sums = intents.map(
      (_, intent) => known.reduce((sum, bucket) => sum + weights[bucket * size + intent], 0) * unit,
    );
    const most = Math.max(...sums);
    const powers = sums.map(sum => Math.exp(sum - most));
    const all = powers.reduce((sum, power) => sum + power, 0);
    for (let intent = 0; intent < size; intent += 1) {
      const slope = (powers[intent] / all - (intent === gold ? 1 : 0)) * unit;
      if (Math.abs(slope) < 1e-3) continue;
      for (const bucket of known) {
        const place = bucket * size + intent;
        const pull = slope + decay * weights[place];
        squares[place] += pull * pull;
        weights[place] -= (step * pull) / Math.sqrt(squares[place]);
      }
    }
  }
}

const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
const scale = largest / 127;
const head = Buffer.from(`${JSON.stringify({ intents, scale })}\n`);
const file = join(root, 'src', 'language', 'lexicon', 'classifier.bin');
writeFileSync(
  file,
  Buffer.concat([head, Buffer.from(Int8Array.from(weights, weight => Math.round(weight / scale)).buffer)]),
);
process.stdout.write(`${lines.length} lines, ${intents.length} intents\n`);
