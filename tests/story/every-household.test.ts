import { expect, test } from 'vitest';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { aNeighbourhood } from '../support/neighbourhood.js';
import { aProject } from '../support/works.js';

const residents = sampleResidents();

test('118 of 118 households within 14 days: the target is reached with the last one, and only then is anyone asked to pay', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await aProject(grid, {
    state: 'pledging',
    budgetFen: 118 * 20_000,
    pledgeClosesAt: new Date('2026-03-16T00:00:00+08:00'),
  });
  for (const who of residents.keys()) {
    await grid.until(new Date(grid.now.getTime() + 2 * 3_600_000));
    await grid.resident(who).says('1号我出200元');
    const posts = (await grid.posts()).join('\n');
    if (who < 117) expect(posts).not.toContain('认筹已达');
  }
  const state = await grid.inUnit(async unit => (await unit.projects.byNo(1))?.state);

  expect(grid.now < new Date('2026-03-16T00:00:00+08:00')).toBe(true);
  expect(state).toBe('collecting');
});

test('117 of 118: the round lapses at its end, every promise is released and nothing is collected', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  await aProject(grid, {
    state: 'pledging',
    budgetFen: 118 * 20_000,
    pledgeClosesAt: new Date('2026-03-16T00:00:00+08:00'),
  });
  for (const who of residents.keys()) if (who !== 39) await grid.resident(who).says('1号我出200元');
  await grid.until('2026-03-17T12:00:00+08:00');
  const project = await grid.inUnit(unit => unit.projects.byNo(1));
  const balances = await grid.inUnit(unit => unit.ledger.balances(project?.id ?? 0));

  expect(project?.state).toBe('funding_failed');
  expect(balances.promised).toBe(0);
  expect(balances['cash/residents'] ?? 0).toBe(0);
  expect((await grid.posts()).join('\n')).toContain('认捐全部作废，没有收任何钱');
});
