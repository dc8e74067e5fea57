import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, fundsAre } from '../../support/works.js';

/** 12号 collects money; what is said without its number is about it all the same. */
async function oneRound(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00', households: 60 });
  await aProject(grid, { no: 12, title: '装路灯', state: 'pledging' });
  return grid;
}

const titled = '12号「装路灯」';

test.each([
  ['我大概出400元吧', `给${titled}认捐400元`],
  ['12号我大概出400元吧', `给${titled}认捐400元`],
])('“%s” is read back with number and title: %s', async (words, expected) => {
  const grid = await oneRound();

  expect(await grid.resident(40).says(words)).toContain(`您是要${expected}吗？`);
  expect(await grid.journal()).not.toContain('pledge.money');
});

test('a sum that adds to what stands says so, with the new total', async () => {
  const grid = await oneRound();
  const giver = grid.resident(40);

  await giver.says('12号我出100元');
  const asked = await giver.says('12号那我再凑50元行不');

  expect(asked).toContain(`再加认捐50元，加上原来的100元一共150元吗？`);
  await giver.says('是');
  expect(await fundsAre(grid, 12)).toContain('150');
});

test('who holds an office reads that it is a deed of the own household', async () => {
  const grid = await oneRound();

  expect(await grid.role('building_leader').says('12号我大概出400元吧')).toContain('以您家名义给12号');
});

test('where several fit the number is asked for at once, beside what is to be done', async () => {
  const grid = await oneRound();
  await aProject(grid, { no: 13, title: '修台阶', state: 'pledging' });
  const giver = grid.resident(40);

  const asked = await giver.says('我大概出400元吧');
  expect(asked).toContain('认捐400元');
  expect(asked).toContain('请问是几号');
  expect(await giver.says('13号')).toContain('13号认捐400元');
});
