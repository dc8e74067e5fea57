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
  ['3号同意，4号反对，1号五十', ['poll.vote', 'poll.vote', 'pledge.money']],
  ['1号我出100，3号我同意，挺好的', ['pledge.money', 'poll.vote']],
])('“%s” does all: %j', async (words, expected) => {
  const grid = await twoOfEach();

  const answer = await grid.resident(20).says(words);

  expect(await deeds(grid), answer).toEqual(expected);
});

test.each(['路灯算我家一份 二百块', '路灯算我一份，二百块钱'])(
  '“%s” is one promise, and not several deeds',
  async words => {
    const grid = await twoOfEach();

    const answer = await grid.resident(20).says(words);

    expect(answer).not.toContain('几件事');
    expect(answer).toContain('200元');
  },
);

test('a sum behind a vote that names no number of its own is asked about, and so is the vote', async () => {
  const grid = await twoOfEach();

  expect(await grid.resident(20).says('3号同意，我再出100元')).toContain('都没有记');

  expect(await deeds(grid)).toEqual([]);
});

test.each<readonly [string, readonly string[]]>([
  // What is said of one matter is never done for another.
  ['装路灯的我不出了 台阶的我出一百', ['不出了', '我出一百']],
  ['路灯的我不出了，太贵，台阶的我出一百', ['不出了', '我出一百']],
  // A kind of deed that fits another matter than the one named beside it.
  ['路灯那个我家出二百 换管子的我投反对', ['我家出二百', '换管子的我投反对']],
  ['1号我出两万，3号同意', ['我出两万', '同意']],
])('of “%s” nothing is done, and each part is named: %j', async (words, parts) => {
  const grid = await twoOfEach();

  const answer = await grid.resident(20).says(words);

  expect(answer).toContain('都没有记');
  for (const part of parts) expect(answer).toContain(part);
  expect(await deeds(grid)).toEqual([]);
});

test('what is taken back beside a deed is read back behind it', async () => {
  const grid = await twoOfEach();
  const speaker = grid.resident(20);
  await speaker.says('1号我出300元');

  const answer = await speaker.says('3号同意，1号的认捐我撤回');

  expect(answer).toContain('3号您家投了同意');
  expect(answer).toContain('撤回');
  expect(await deeds(grid)).toEqual(['pledge.money', 'poll.vote']);
});

test('what was read of one matter is not done for the other, and what cannot be done is told', async () => {
  const grid = await twoOfEach();

  const answer = await grid.resident(20).says('3号的票撤了吧 4号我投同意');

  expect(answer).toMatch(/4号您家投了同意[^]*撤销刚投的票（3号）[^]*不行/u);
  expect(await deeds(grid)).toEqual(['poll.vote']);
});

test('what cannot be done whole is not done at all', async () => {
  const grid = await twoOfEach();

  expect(await grid.resident(20).says('3号9号都同意')).toContain('都没有记');

  expect(await deeds(grid)).toEqual([]);
});
