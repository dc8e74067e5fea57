import { expect, test } from 'vitest';
import { donorRoll } from '../../../src/publish/pledge/donor-roll.js';
import { sampleResidents } from '../../../src/trial/sample-grid.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, received, theProject } from '../../support/works.js';

async function rollOf(grid: Neighbourhood): Promise<string> {
  const project = await theProject(grid, 1);
  const roll = await grid.inUnit(unit => donorRoll(unit, project, grid.now));
  return roll ? roll.text : '';
}

/** Three neighbours have paid: 20 the least, 22 the most. */
async function threePaid() {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const project = await aProject(grid, { state: 'collecting' });
  const people = [20, 21, 22].map(at => grid.resident(at));
  for (const [at, { userid }] of people.entries()) {
    const { householdId } = await grid.inUnit(unit => unit.members.view(userid));
    await received(grid, project, { fen: 10_000 * (at + 1), householdId: householdId ?? 0 });
  }
  return { grid, people };
}

test('nobody stands on the donor roll who did not ask for it, and consent is taken back at any time', async () => {
  const { grid, people } = await threePaid();
  expect(await rollOf(grid)).toBe('');

  await people[0]?.says('同意光荣榜公布姓名');
  const roll = await rollOf(grid);
  expect(roll).toContain(people[0]?.name);
  for (const { name } of sampleResidents()) if (name !== people[0]?.name) expect(roll).not.toContain(name);

  await people[0]?.says('撤回同意光荣榜公布姓名');
  expect(await rollOf(grid)).toBe('');
});

test('the roll is by name, holds no amount and no count, and nobody who did not pay', async () => {
  const { grid, people } = await threePaid();
  const stranger = grid.resident(30);
  for (const person of [...people, stranger]) await person.says('同意光荣榜公布姓名');

  const roll = await rollOf(grid);
  const sorted = people.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'zh-Hans-CN'));
  expect(roll).toContain(`<p>${sorted.join('、')}</p>`);
  expect(roll).not.toContain(stranger.name);
  expect(roll.replaceAll(/<[^>]*>/g, '')).not.toMatch(/\d/);
});

test('who asked to give unnamed is never on the roll, even with consent', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const project = await aProject(grid, {
    state: 'pledging',
    pledgeClosesAt: new Date('2026-03-20T10:00:00+08:00'),
  });
  const giver = grid.resident(20);
  await giver.says('同意光荣榜公布姓名');
  expect(await giver.says('1号我匿名捐200元')).toContain('200元');
  const { householdId } = await grid.inUnit(unit => unit.members.view(giver.userid));
  await received(grid, project, { fen: 20_000, householdId: householdId ?? 0 });

  expect(await rollOf(grid)).toBe('');
});
