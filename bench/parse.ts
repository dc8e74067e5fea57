import { loadDictionary, segment } from '../src/language/segment.js';
import { createUnderstanding } from '../src/language/understand.js';
import { loadIntents, phrasesOf } from '../src/registry.js';
import { readFileSync } from 'node:fs';
import type { Figure } from './run.js';

/** The annotated messages that the language was learned from; the program runs from `dist`. */
const corpus = new URL('../../tests/language/corpus/dev.jsonl', import.meta.url);

/** How quickly messages are read, and what the dictionary costs. */
export async function benchParse(): Promise<Figure[]> {
  const loading = costOfDictionary();
  const understand = createUnderstanding(phrasesOf(await loadIntents()));
  const messages = readFileSync(corpus, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { text: string; now: string })
    .map(({ text, now }) => ({ text, now: new Date(now) }));
  const context = { openPolls: [{ no: 0 }], openPledges: [0] };
  const readAll = (rounds: number): number => {
    const start = performance.now();
    for (let round = 0; round < rounds; round += 1) {
      for (const { text, now } of messages) understand(text, now, context);
    }
    return (rounds * messages.length * 1000) / (performance.now() - start);
  };
  readAll(30);
  return [...loading, { name: 'parse.messages', value: readAll(100), unit: 'messages/s' }];
}

function costOfDictionary(): Figure[] {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  loadDictionary();
  segment('同意');
  const loadMs = performance.now() - start;
  return [
    { name: 'parse.dictionary.load', value: loadMs, unit: 'ms' },
    { name: 'parse.dictionary.memory', value: (process.memoryUsage().rss - before) / 1e6, unit: 'MB' },
  ];
}
