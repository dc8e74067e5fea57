import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createUnderstanding } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

const intents = await loadIntents();
const understand = createUnderstanding(phrasesOf(intents));
const assumed = { openPolls: [{ no: 12 }], openPledges: [12] };
const now = new Date('2026-03-02T10:00:00+08:00');

/** The rows `| \`intent\` | example · example | who |` of the document of commands. */
function examplesOf(file: string): [string, string][] {
  const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^\| `(?<intent>[a-z]+(?:\.[a-z]+)?)` \| (?<examples>[^|]+) \|/gmu)]
    .filter(({ groups }) => groups?.['intent'] !== 'chat.other' && groups?.['intent'] !== undefined)
    .map(({ groups }) => [groups?.['intent'] ?? '', groups?.['examples']?.split('·')[0]?.trim() ?? '']);
}

/** What the help shows in quotation marks, with the intent that it stands beside. */
const shown = [...intents].flatMap(([name, { help }]) =>
  [...(help ?? '').matchAll(/“(?<example>[^”]+)”/gu)].map(({ groups }) => [name, groups?.['example'] ?? '']),
);

describe.each([
  ['docs/commands.md', examplesOf('docs/commands.md')],
  ['the help', shown],
])('what %s offers is understood as it says, without asking', (_, examples) => {
  test('there is something', () => expect(examples.length).toBeGreaterThan(25));
  test.each(examples)('%s: %s', (intent, example) => {
    const found = understand(example ?? '', now, assumed);

    expect(found.intent).toBe(intent);
    expect(found.confidence).toBeGreaterThanOrEqual(0.8);
  });
});
