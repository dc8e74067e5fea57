import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** The rules of docs/understanding-marks.md that a machine can see. */
interface Line {
  readonly id: string;
  readonly writer: string;
  readonly role: string;
  readonly marked: string;
  readonly intent: string;
}

const folder = fileURLToPath(new URL('../../src/language/corpus/', import.meta.url));
const files = readdirSync(folder).filter(name => name.endsWith('.jsonl'));
const lines = files.flatMap(name =>
  readFileSync(`${folder}${name}`, 'utf8')
    .trimEnd()
    .split('\n')
    .map(text => JSON.parse(text) as Line),
);
const span = /\{([a-z]+):([^{}]+)\}/gu;
const spans = lines.flatMap(line =>
  [...line.marked.matchAll(span)].map(([, slot = '', words = '']) => ({ line, slot, words })),
);

test('each file holds one writer, and each line its five fields', () => {
  const wrong = files.filter(name => {
    const writer = `w${Number(name.slice(1, -6))}`;
    return readFileSync(`${folder}${name}`, 'utf8')
      .trimEnd()
      .split('\n')
      .some(text => (JSON.parse(text) as Line).writer !== writer);
  });
  expect(wrong).toEqual([]);
  expect(lines.filter(line => Object.keys(line).join(' ') !== 'id writer role marked intent')).toEqual([]);
  expect(new Set(lines.map(line => line.id)).size).toBe(lines.length);
});

test('braces open and close, and what is no deed has no slots', () => {
  expect(lines.filter(line => /[{}]/u.test(line.marked.replace(span, '$2'))).map(line => line.id)).toEqual([]);
  expect(spans.filter(({ line }) => line.intent === 'chat.other').map(({ line }) => line.id)).toEqual([]);
});

test('a slot of a deed that several write is no slip of one pen: three writers at least mark it', () => {
  const authors = new Map<string, Set<string>>();
  for (const { intent, writer } of lines) authors.set(intent, (authors.get(intent) ?? new Set()).add(writer));
  const writers = new Map<string, Set<string>>();
  for (const { line, slot } of spans) {
    const key = `${line.intent} ${slot}`;
    // What only one or two have written of yet has no third pen to agree with.
    if (authors.get(line.intent)!.size >= 3) writers.set(key, (writers.get(key) ?? new Set()).add(line.writer));
  }
  expect([...writers].filter(([, who]) => who.size < 3).map(([key]) => key)).toEqual([]);
});

test('a span neither begins nor ends with a blank or a mark', () => {
  const edge = /^[\s，。！？、；：,.!?;:]|[\s，。！？、；：,!?;:]$/u;
  expect(spans.filter(({ words }) => edge.test(words)).map(({ line }) => line.id)).toEqual([]);
});

test('a number takes in its 号, and not the name of the thing', () => {
  const numbers = new Set(
    'no request report idea paper voucher objection finding action candidate agreement statement notice outside benefit phone'.split(
      ' ',
    ),
  );
  const named = /项目|申请|报事|凭证|流水|异议|协议|公示|纸票|请办|优惠|电话/u;
  const cut = lines.filter(line =>
    [...line.marked.matchAll(/\{([a-z]+):[^{}]*[\d０-９一二三四五六七八九十]\}号(?!楼|院)/gu)].some(([, slot = '']) =>
      numbers.has(slot),
    ),
  );
  expect(spans.filter(({ slot, words }) => numbers.has(slot) && named.test(words)).map(({ line }) => line.id)).toEqual(
    [],
  );
  expect(cut.map(line => line.id)).toEqual([]);
});

test('an objection that is not upheld carries no mark of being upheld', () => {
  expect(
    spans.filter(({ slot, words }) => slot === 'upheld' && words.includes('不')).map(({ line }) => line.id),
  ).toEqual([]);
});
