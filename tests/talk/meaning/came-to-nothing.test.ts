import { expect, test } from 'vitest';
import { aNeighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, aRoundOf } from '../../support/works.js';

const pledging = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { no: 10, title: '泵房换水泵', ...aRoundOf(1_000_000, { capFen: 50_000 }) });
  return grid;
});

test.each([
  '昨天老李还说他家要出两百，今天又没影了。',
  '老王说他家出一百，过后又反悔了',
  '前天老张答应捐两百，现在又不捐了',
])('a promise that nobody stands by is asked of nobody: “%s”', async words => {
  const grid = await pledging();

  expect(await grid.role('building_leader').says(words)).not.toMatch(/哪一户|认捐\d+元/u);
  expect(await grid.journal()).not.toContain('pledge.money');
});

test('a neighbour who promises now is asked about', async () => {
  const grid = await pledging();

  expect(await grid.role('building_leader').says('老李说他家要出两百')).toContain('哪一户');
});

test.each(['上回我答应出钱，10号不出了', '我家说好出三百，可是手头紧，10号不出了'])(
  'who does not stand by an own promise takes it back: “%s”',
  async words => {
    const grid = await pledging();
    const resident = grid.resident(20);
    await resident.says('10号我出300元');

    expect(await resident.says(words, { chat: 'single' })).toMatch(/撤回/u);
  },
);
