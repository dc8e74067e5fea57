import { expect, test } from 'vitest';
import { figures, readBy, tallied } from '../../../dev/reading/figures.js';
import { seen } from '../../../dev/reading/learn.js';
import { corpusLines, heldBack, olderLines } from '../../../dev/reading/lines.js';
import { readerModel } from '../../../src/language/reading/model.js';
import { loadIntents, phrasesOf } from '../../../src/process/registry.js';

test('what is held back is in no lesson, and training says how each file of it is read', async () => {
  const held = heldBack();
  const learned = new Set([...corpusLines(), ...olderLines()].map(({ writer }) => writer));
  const deeds = phrasesOf(await loadIntents());

  expect(held.length).toBeGreaterThan(2);
  for (const { path, lines } of held) {
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter(({ writer }) => learned.has(writer))).toEqual([]);
    const few = lines.slice(0, 20).map(seen);
    const told = figures(path, tallied(readBy(readerModel(), deeds, few), readerModel(), deeds));
    expect(told).toMatch(new RegExp(`^${path}\n[^]*all +20 lines, right \\d+\\.\\d %, another deed done \\d`, 'u'));
  }
});
