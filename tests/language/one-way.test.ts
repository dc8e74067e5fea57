import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** `(?:刚|刚刚|早)*`: a list of plain words, over and over. */
const lists = /\(\?:(?<words>[^()\\\n]*)\)[*+]/gu;

/** A word that a list reads in two ways (刚刚, and 刚 twice) is tried in all of them: forty of it take longer than anybody waits. */
test('no list of words that is repeated holds a word that is made of two others', () => {
  const files = ['src', 'intents', 'jobs']
    .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file}`))
    .filter(file => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(500);
  const twice = files.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(lists)].flatMap(({ groups }) =>
      readTwice(groups?.['words'] ?? '').map(word => `${file}: ${word}`),
    ),
  );
  expect(twice).toEqual([]);
});

test.each([
  ['刚刚?|早', ['刚刚']],
  ['家|住|在|住在', ['住在']],
  ['剩下?|余下?|下', ['剩下', '余下']],
  ['那个?|那', ['那']],
  ['刚才?|就是|也', []],
  ['[往朝][里外]+|一直', []],
])('“%s” reads %j twice', (words, twice) => expect(readTwice(words)).toEqual(twice));

function readTwice(list: string): string[] {
  const words = list.split('|').flatMap(spelled);
  return [...new Set(words)].filter(word => word !== '' && waysTo(word, words) > 1);
}

/** What a plain alternative stands for: 刚刚? is 刚 and 刚刚; what is repeated within stands for once. */
function spelled(alternative: string): string[] {
  const signs = alternative.matchAll(/(?:\[(?<set>[^\]^]+)\]|(?<one>[^[\]]))(?<mark>\{[^}]*\}|[?*+])?/gu);
  let all = [''];
  for (const { groups } of signs) {
    const set = [...new Set(groups?.['set'] ?? groups?.['one'] ?? '')];
    const each = groups?.['mark'] === '?' ? [...set, ''] : set;
    all = all.flatMap(begun => each.map(sign => begun + sign)).slice(0, 500);
  }
  return all;
}

/** In how many ways the words make this one: counted from its beginning, each place once. */
function waysTo(word: string, words: readonly string[]): number {
  const ways = [1];
  for (let end = 1; end <= word.length; end += 1)
    ways[end] = words
      .filter(each => each !== '' && word.slice(0, end).endsWith(each))
      .reduce((sum, each) => sum + (ways[end - each.length] ?? 0), 0);
  return ways[word.length] ?? 0;
}
