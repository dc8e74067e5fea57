import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { HouseholdStandings1764200000067 } from '../../../src/store/engine/migrations/1764200000067-household-standings.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, received } from '../../support/works.js';

test('an older record gets each household’s running totals, and they equal the sums of its entries', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const project = await aProject(grid, { state: 'pledging', budgetFen: 90_000_000 });
  await grid.resident(30).says('1号我出200元');
  await grid.resident(30).says('1号我再加50元');
  await grid.resident(31).says('1号我出100元');
  await grid.resident(31).says('撤回1号认捐');
  const { householdId } = await grid.inUnit(unit => unit.members.view(grid.resident(30).userid));
  await received(grid, project, { fen: 20_000, householdId: householdId ?? 0 });
  const standing = (): Promise<unknown> => grid.inUnit(unit => unit.ledger.standingOf(project.id, householdId ?? 0));
  const before = await standing();

  const runner = grid.store.dataSource.createQueryRunner();
  const migration = new HouseholdStandings1764200000067();
  await migration.down(runner);
  expect(await standing()).toEqual({ promisedFen: 0, paidFen: 0 });
  await migration.up(runner);
  await runner.release();

  expect(before).toEqual({ promisedFen: 25_000, paidFen: 20_000 });
  expect(await standing()).toEqual(before);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});
