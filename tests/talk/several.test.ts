import { expect, test } from 'vitest';
import type { Neighbourhood } from '../support/neighbourhood.js';
import { twoOfEach } from '../support/two-of-each.js';

async function deeds(grid: Neighbourhood): Promise<string[]> {
  return (await grid.journal()).filter(deed => /^(?:pledge|poll\.vote|proposal)/u.test(deed));
}

test.each<readonly [string, readonly string[]]>([
  ['3号4号都同意', ['poll.vote', 'poll.vote']],
  ['3号、4号同意', ['poll.vote', 'poll.vote']],
  ['3号同意，4号反对', ['poll.vote', 'poll.vote']],
  ['2号我出200元，再出半天工', ['pledge.money', 'pledge.labour']],
  ['1号2号我各出100元', ['pledge.money', 'pledge.money']],
  ['1号我出100元，2号我出200元', ['pledge.money', 'pledge.money']],
  ['3号同意，1号我出100元', ['poll.vote', 'pledge.money']],
])('“%s” does all: %j', async (words, expected) => {
  const grid = await twoOfEach();

  const answer = await grid.resident(20).says(words);

  expect(await deeds(grid), answer).toEqual(expected);
});

test('a sum behind a vote that names no number of its own is asked about, and so is the vote', async () => {
  const grid = await twoOfEach();

  expect(await grid.resident(20).says('3号同意，我再出100元')).toContain('都没有记');

  expect(await deeds(grid)).toEqual([]);
});

test('what cannot be done whole is not done at all', async () => {
  const grid = await twoOfEach();

  expect(await grid.resident(20).says('3号9号都同意')).toContain('都没有记');

  expect(await deeds(grid)).toEqual([]);
});
