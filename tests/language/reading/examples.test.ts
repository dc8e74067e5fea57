import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { helpLine } from '../../../src/publish/help-line.js';
import { createUnderstanding } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

const intents = await loadIntents();
const understand = createUnderstanding(phrasesOf(intents));
const assumed = { openPolls: [{ no: 12 }], openPledges: [12] };
const now = new Date('2026-03-02T10:00:00+08:00');

/** What the help shows in quotation marks, with the intent that it stands beside. */
const shown = [...intents].flatMap(([name, { help }]) =>
  [...(help ? helpLine(help) : '').matchAll(/“(?<example>[^”]+)”/gu)].map(({ groups }) => [
    name,
    groups?.['example'] ?? '',
  ]),
);

test('what the help offers is understood as it says, without asking', () => {
  expect(shown.length).toBeGreaterThan(250);
  const others = shown.filter(([intent, example]) => {
    const found = understand(example ?? '', now, assumed);
    return found.intent !== intent || found.confidence < 0.8;
  });

  expect(others).toEqual([]);
});

/** The dress that people give to what they were shown. */
const dresses: Readonly<Record<string, (example: string) => string>> = {
  请: example => `请${example}`,
  麻烦: example => `麻烦${example}`,
  谢谢: example => `${example}，谢谢`,
  哈: example => `${example}哈`,
  第十二号: example => example.replace(/(?<![\d第])12号(?!楼)/u, '第十二号'),
  '#12': example => example.replace(/(?<![\d第])(?<no>\d+)号(?!楼)/u, '#$<no>'),
  'a gap for the colon': example => example.replace('：', ' '),
};

test.each(Object.entries(dresses))('what the help shows is the same deed with %s', (_, dress) => {
  const dressed = shown.map(([intent, example]) => ({ intent, text: dress(example ?? '') }));
  const others = dressed.filter(({ intent, text }) => understand(text, now, assumed).intent !== intent);

  expect(others.length / dressed.length, JSON.stringify(others)).toBeLessThan(0.02);
});

/** What the manuals print in bold or in the second column of a table is something to say. */
const manuals = ['居民', '楼长', '书记', '出纳会计', '监管小组'].flatMap(name => {
  const text = readFileSync(new URL(`../../../docs/zh/${name}.md`, import.meta.url), 'utf8');
  const bold = [...text.matchAll(/\*\*(?<said>[^*\n]+)\*\*/gu)].map(({ groups }) => groups?.['said'] ?? '');
  const columns = [...text.matchAll(/^\| [^|]+ \| (?<said>[^|]+) \|$/gmu)].map(({ groups }) => groups?.['said'] ?? '');
  // Beside a saying of the table stands, in brackets, what comes of it.
  const said = [...bold, ...columns.flatMap(one => one.replaceAll(/（[^）]*[^）\d户]）$/gu, '').split(' / '))];
  return said.map(one => [name, one.trim()]);
});
/** Buttons, answers to a question and places: nothing to begin with. */
const noDeeds = new Set(['私聊', '花名册', '确认', '就说', '怎么说', '1', '2', '3']);

test('what the manuals print in bold is understood as a deed', () => {
  const said = manuals.filter(([, one = '']) => !noDeeds.has(one));
  expect(said.length).toBeGreaterThan(100);
  const lost = said.filter(([, one = '']) => [null, 'chat.other'].includes(understand(one, now, assumed).intent));
  expect(lost).toEqual([]);
});
