import { writeFileSync } from 'node:fs';
import { lexiconPath } from '../../src/language/lexicon/lexicon.js';
import { openModel } from '../../src/language/reading/model.js';
import { loadIntents, phrasesOf } from '../../src/process/registry.js';
import { figures, readBy, tallied } from './figures.js';
import { learn, seen } from './learn.js';
import { corpusLines, heldBack, offeredLines, olderLines } from './lines.js';
import { madeLines } from './negatives.js';

/**
 * `npm run train`: learns the reader anew, and says how it reads what it was not shown. The same lines give the same file, byte for byte,
 * and the same figures.
 */
const intents = await loadIntents();
const lines = [...corpusLines(), ...olderLines(), ...madeLines(), ...offeredLines(intents)];
const bytes = learn(lines.map(seen));
writeFileSync(lexiconPath('reader.bin'), bytes);
process.stdout.write(
  `${lines.length} lines of ${new Set(lines.map(({ writer }) => writer)).size} writers: ${bytes.length} bytes\n`,
);
const model = openModel(bytes);
const deeds = phrasesOf(intents);
for (const { path, lines: held } of heldBack()) {
  const areMarked = held.some(({ marks }) => marks !== null);
  const tallies = tallied(readBy(model, deeds, held.map(seen)), model, deeds);
  process.stdout.write(figures(`held back: ${path}`, tallies, areMarked));
}
