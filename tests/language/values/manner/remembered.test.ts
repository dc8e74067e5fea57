import { expect, test } from 'vitest';
import { remembered } from '../../../../src/language/values/manner/remembered.js';
import { createUnderstanding } from '../../../../src/language/reading/understand.js';

test('a short text is read once, a long one until another long one is said', () => {
  const said: string[] = [];
  const read = remembered(text => {
    said.push(text);
    return text === '没有' ? null : text.length;
  });

  expect([read('同意'), read('同意'), read('没有'), read('没有')]).toEqual([2, 2, null, null]);
  const long = '长'.repeat(41);
  expect([read(long), read(long), read(`${long}长`), read('同意'), read(long)]).toEqual([41, 41, 42, 2, 41]);
  expect(said.map(text => text.length)).toEqual([2, 2, 41, 42, 41]);
});

test('the same words are understood by the moment at which they are said', () => {
  const understand = createUnderstanding({});
  const monday = new Date('2026-03-02T10:00:00+08:00');
  const context = { openPolls: [], openPledges: [], roles: [] };
  const read = (text: string, now: Date): unknown => understand(text, now, context).slots;
  const text = '1号项目发起表决，3天后截止';

  const first = read(text, monday);
  expect(read(text, new Date(monday.getTime() + 86_400_000))).not.toEqual(first);
  expect(read(text, monday)).toEqual(first);
});
