import { expect, test } from 'vitest';
import { createUnderstanding } from '../../../src/language/reading/understand.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

const understand = createUnderstanding(phrasesOf(await loadIntents()));
const now = new Date('2025-10-16T09:30:00+08:00');
const read = (text: string): string => understand(text, now, { openPolls: [], openPledges: [] }).intent;

test.each([
  ['有什么优惠', 'benefit.list'],
  ['我有什么优惠', 'benefit.own'],
  ['@议事小助手 有哪些优惠', 'benefit.list'],
  ['我有哪些优惠', 'benefit.own'],
  ['报事', 'report.list'],
])('%s: what two deeds are called without 我 is told apart by the whole words', (said, intent) => {
  expect(read(said)).toBe(intent);
});
