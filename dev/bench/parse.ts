import { loadDictionary, segment } from '../../src/language/lexicon/segment.js';
import { createUnderstanding } from '../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../src/process/registry.js';
import { mostBytes } from '../../src/talk/said.js';
import { readFileSync } from 'node:fs';
import type { Figure } from './figure.js';

/** The annotated messages that the language was learned from; the program runs from `dist`. */
const corpus = new URL('../../../tests/language/corpus/dev.jsonl', import.meta.url);

/** What the hardest messages are made of. */
const pieces = [
  '我出',
  '二百',
  '，',
  '同意',
  '12号',
  ' ',
  '的',
  '老李',
  '发起投票',
  '选项',
  '、',
  'A',
  '3号楼',
  '明晚八点',
  '积分换',
  '一',
  '1',
  '吗',
  '。',
  '提案',
  '验收',
  '给',
  '收到',
  '支出',
  '买',
  '“',
  '（',
  'x',
  '@',
  '<',
];

/** The longest messages that are read at all, of a few pieces over and over, four hundred ways. */
function slowestMs(understand: (text: string) => unknown): number {
  let seed = 11;
  let slowest = 0;
  for (let round = 0; round < 400; round += 1) {
    const few = Array.from({ length: 1 + (round % 5) }, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return pieces[seed % pieces.length] ?? '';
    });
    const text = Buffer.from(few.join('').repeat(mostBytes)).subarray(0, mostBytes).toString().replaceAll('\ufffd', '');
    const start = performance.now();
    understand(text);
    slowest = Math.max(slowest, performance.now() - start);
  }
  return slowest;
}

/** How quickly messages are read, and what the dictionary costs. */
export async function benchParse(): Promise<Figure[]> {
  const loading = costOfDictionary();
  const phrases = phrasesOf(await loadIntents());
  const understand = createUnderstanding(phrases);
  const messages = readFileSync(corpus, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { text: string; now: string })
    .map(({ text, now }) => ({ text, now: new Date(now) }));
  const context = { openPolls: [{ no: 0 }], openPledges: [0] };
  const readAll = (rounds: number): number => {
    let tookMs = 0;
    for (let round = 0; round < rounds; round += 1) {
      // A reader for each round, not counted: it remembers what it has read.
      const read = createUnderstanding(phrases);
      const start = performance.now();
      for (const { text, now } of messages) read(text, now, context);
      tookMs += performance.now() - start;
    }
    return (rounds * messages.length * 1000) / tookMs;
  };
  readAll(30);
  const now = new Date('2025-10-16T09:30:00+08:00');
  const read = (text: string): unknown => understand(text, now, context);
  return [
    ...loading,
    { name: 'parse.fourKilobytes', value: slowestMs(read), unit: 'ms at worst (goal 10)' },
    { name: 'parse.messages', value: readAll(100), unit: 'messages/s (goal 1000)' },
  ];
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
