import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

/** 1号 and 2号 collect, 3号 and 4号 are voted on. */
async function twoOfEach(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  for (const title of ['装路灯', '修台阶']) await aProject(grid, { title, state: 'pledging' });
  const published = { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') } as const;
  for (const title of ['刷楼道', '清飞线']) await aProject(grid, { title, ...published });
  for (const no of [3, 4]) await grid.role('building_leader').says(`${no}号发起表决，3月28日20:00截止`);
  return grid;
}

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
