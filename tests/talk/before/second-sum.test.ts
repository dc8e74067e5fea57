import { expect, test } from 'vitest';
import type { Neighbourhood } from '../../support/neighbourhood.js';
import { twoOfEach } from '../../support/two-of-each.js';

const single = { chat: 'single' } as const;

/** What the resident's household promises in 1号, in yuan. */
async function promised(grid: Neighbourhood): Promise<number> {
  return grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    const { householdId } = await unit.members.view(grid.resident(20).userid);
    const { promisedFen } = await unit.ledger.standingOf(project?.id ?? 0, householdId ?? 0);
    return promisedFen / 100;
  });
}

test.each([
  ['还是200', 200],
  ['算了，我家出100吧', 100],
  ['😅还是捐吧 50', 50],
  ['1号还是出80', 80],
  ['哦不对是两百我老伴刚才说的', 200],
  ['改成一百五，孩子说的', 150],
])('“%s” right behind a promise of 300 yuan takes its place', async (words, yuan) => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says('1号我出300元', single);

  const answer = await person.says(words, single);
  if (answer.includes('回复“是”')) await person.says('是', single);

  expect(await promised(grid), answer).toBe(yuan);
});

test.each(['1号我家凑个五百吧', '1号我出500元', '1号捐500'])(
  '“%s” beside a promise is asked about and adds nothing by itself',
  async words => {
    const grid = await twoOfEach();
    const person = grid.resident(20);
    await person.says('1号我出200元', single);
    await grid.until('2026-03-18T09:30:00+08:00');

    expect(await person.says(words, single)).toContain('是改成500元，还是再加500元、一共700元');
    expect(await promised(grid)).toBe(200);
  },
);

test.each([
  ['改成', 500],
  ['改成500', 500],
  ['那就改吧', 500],
  ['一共就500', 500],
  ['再加', 700],
  ['是再加500', 700],
  ['加上', 700],
  ['取消', 200],
])('asked whether 500 takes the place of 200 or is added, “%s” leaves %i yuan', async (words, yuan) => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says('1号我出200元', single);
  await person.says('1号我出500元', single);

  const answer = await person.says(words, single);
  expect(await promised(grid), answer).toBe(yuan);
});

test.each([
  ['1号我再出100', 300],
  ['再加100', 300],
  ['1号另外再捐100元', 300],
  ['1号追加100元', 300],
])('“%s” is added without a question', async (words, yuan) => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says('1号我出200元', single);

  const answer = await person.says(words, single);
  if (answer.includes('回复“是”')) await person.says('是', single);

  expect(await promised(grid), answer).toBe(yuan);
});

test('a tap on a sum beside a promise is asked about, too, and the choice may be tapped', async () => {
  const grid = await twoOfEach();
  const person = grid.resident(20);
  await person.says('1号我出200元', single);
  await person.says('1号我出50元', single);

  expect(person.last?.card?.buttons?.map(({ text }) => text)).toEqual(['改成50元', '再加50元']);
  await person.presses(person.last?.card, '再加50元', single);
  expect(await promised(grid)).toBe(250);
});
