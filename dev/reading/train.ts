import { writeFileSync } from 'node:fs';
import { lexiconPath } from '../../src/language/reading/lexicon.js';
import { loadIntents } from '../../src/process/registry.js';
import { learn, seen } from './learn.js';
import { corpusLines, offeredLines, olderLines } from './lines.js';
import { madeLines } from './negatives.js';

/** `npm run train`: learns the reader anew. The same lines give the same file, byte for byte. */
const lines = [...corpusLines(), ...olderLines(), ...madeLines(), ...offeredLines(await loadIntents())];
const bytes = learn(lines.map(seen));
writeFileSync(lexiconPath('reader.bin'), bytes);
process.stdout.write(
  `${lines.length} lines of ${new Set(lines.map(({ writer }) => writer)).size} writers: ${bytes.length} bytes\n`,
);
