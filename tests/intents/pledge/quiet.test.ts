import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, type Person, playedOnce } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

/** Two rounds covered by one household's promise each; nobody has paid. */
const twoRounds = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  for (const title of ['换电线', '修路面'])
    await aProject(grid, {
      title,
      state: 'pledging',
      budgetFen: 100_000,
      pledgeClosesAt: new Date('2026-03-20T23:59:00+08:00'),
    });
  for (const no of [1, 2]) await grid.resident(20).says(`${no}号我出1000元`);
  return grid;
});

async function promised(): Promise<{ grid: Neighbourhood; giver: Person }> {
  const grid = await twoRounds();
  return { grid, giver: grid.resident(20) };
}

const reminders = async (grid: Neighbourhood, giver: Person, no: number): Promise<number> =>
  (await grid.postsTo(giver.userid)).filter(text => text.includes(`给${no}号认捐还有`)).length;

test.each([
  ['不用提醒我', 0, 0],
  ['别再提醒我了。', 0, 0],
  ['1号不用提醒我', 0, 3],
  ['2号项目不要提醒我交钱', 3, 0],
])('after “%s” a household hears %i reminders of project 1 and %i of project 2', async (said, first, second) => {
  const { grid, giver } = await promised();

  expect(await giver.says(said)).toContain('不再提醒您家');
  await grid.until('2026-04-20T12:00:00+08:00');

  expect(await reminders(grid, giver, 1)).toBe(first);
  expect(await reminders(grid, giver, 2)).toBe(second);
});

test('the reminder itself says how to stop it; stopping is taken back by a word, and does nothing to the pledge', async () => {
  const { grid, giver } = await promised();
  await grid.until('2026-03-10T12:00:00+08:00');
  const [first] = (await grid.postsTo(giver.userid)).filter(text => text.includes('给1号认捐还有'));
  expect(first).toContain('“1号不用提醒我”');

  await giver.says('1号不用提醒我');
  await grid.until('2026-03-13T12:00:00+08:00');
  expect(await reminders(grid, giver, 1)).toBe(1);
  expect(await giver.says('1号提醒我')).toContain('私下提醒您');
  await grid.until('2026-04-20T12:00:00+08:00');
  expect(await reminders(grid, giver, 1)).toBe(2);
  expect(await giver.says('撤回1号项目的认捐')).toContain('1,000元');
});

test('who promised nothing hears the very same, so that the answer gives nobody away', async () => {
  const { grid, giver } = await promised();
  const other = grid.resident(60);

  expect(await other.says('1号不用提醒我')).toBe(await giver.says('1号不用提醒我'));
  expect(await other.says('提醒我')).toBe(await giver.says('提醒我'));
  expect((await grid.posts()).some(text => text.includes('提醒'))).toBe(false);
  expect(await other.says('99号不用提醒我')).toContain('没有99号项目');
});
