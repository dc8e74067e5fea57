import { expect, test } from 'vitest';
import { mayBe, step, type Step } from '../../src/domain/step.js';
import { waitingIn } from '../../src/operations/waiting.js';
import { aNeighbourhood } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

const both = { for: { roles: ['resident', 'building_leader'] }, title: '应急确认', says: '1号应急确认' } as const;
const confirm = step('emergency.confirm', { no: 1 }, both);

/** What waits for a building's leader, who lives here too. */
async function waits(...steps: Step[]): Promise<[deed: string, isDue: boolean][]> {
  const grid = await aNeighbourhood({ households: 20 });
  const project = await aProject(grid);
  const member = await grid.inUnit(unit => unit.members.view(grid.role('building_leader').userid));
  return waitingIn({ project, next: { steps, wait: null } }, member).map(({ deed, isDue }) => [deed, isDue]);
}

test('the same step in two parts is done once, and is due where one of them is', async () => {
  expect(await waits(confirm, confirm)).toEqual([['emergency.confirm', true]]);
  expect(await waits(mayBe(confirm), confirm)).toEqual([['emergency.confirm', true]]);
  expect(await waits(confirm, mayBe(confirm))).toEqual([['emergency.confirm', true]]);
  expect(await waits(mayBe(confirm))).toEqual([['emergency.confirm', false]]);
});

test('what is due comes first, and the same deed about something else stays', async () => {
  const other = step('emergency.confirm', { no: 2 }, both);

  expect(await waits(mayBe(other), confirm)).toEqual([
    ['emergency.confirm', true],
    ['emergency.confirm', false],
  ]);
});
