import { expect, test } from 'vitest';
import { contestFigures, periodOf } from '../../../src/operations/contest/contest-figures.js';
import { PaperBallot } from '../../../src/store/ballot/paper-ballot.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';
import { aProject, noted, paid, received } from '../../support/works.js';

const period = periodOf({ fromDay: '2026-03-01', untilDay: '2026-03-31' });

test('each figure is a part and its whole from the record, and what lies outside the period is not counted', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const leader = grid.role('building_leader');
  const project = await aProject(grid, {
    proposer: leader.userid,
    budgetFen: 300_000,
    state: 'accepted',
    acceptedAt: grid.now,
  });
  await aProject(grid, { planPublishedAt: new Date('2026-02-27T10:00:00+08:00'), state: 'closed', acceptedAt: null });
  await received(grid, project, { fen: 240_000, source: 'subsidy' });
  await paid(grid, project, { fen: 1_000, why: '电缆款' });
  await paid(grid, project, { fen: 2_000, why: '沙子', photo: null });
  await noted(grid, project, { kind: 'inspection', text: '一切正常' });
  await grid.inUnit(async unit => {
    const homes = await unit.members.present();
    const { id } = await unit.members.view(leader.userid);
    const rated = (score: number, index: number, at: Date) =>
      unit.works.keepRating({ projectId: project.id, householdId: homes[index]?.id ?? 0, memberId: 1, score, at });
    for (const [index, score] of [5, 4, 4, 3, 5].entries()) await rated(score, index, grid.now);
    await rated(1, 6, new Date('2026-04-01T00:00:00+08:00'));
    const paper = {
      gridId: unit.grid.id,
      pollId: 1,
      photo: 'f00d',
      choice: 'agree',
      enteredById: id,
      enteredAt: grid.now,
    };
    for (const [index, state] of (['checked', 'checked', 'returned', 'pending', 'withdrawn'] as const).entries())
      await unit.rows.keep(PaperBallot, { ...paper, householdId: homes[index]?.id ?? 0, state });
    const session = await unit.service.open({
      title: '清扫',
      code: '1234',
      openedById: id,
      openedAt: grid.now,
      closesAt: grid.now,
    });
    const shift = { sessionId: session.id, memberId: id, endedAt: grid.now, halfHours: 3 };
    await unit.service.keepShift({ ...shift, startedAt: grid.now, confirmedAt: grid.now });
    await unit.service.keepShift({ ...shift, startedAt: grid.now });
    await unit.service.keepShift({ ...shift, startedAt: new Date('2026-02-28T23:59:59+08:00'), confirmedAt: grid.now });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  const { record, own } = await grid.inUnit(async unit => {
    const found = await contestFigures(unit, period, new Date('2026-04-02T10:00:00+08:00'));
    const { id } = await unit.members.view(leader.userid);
    return { record: found, own: found.of({ memberId: id, buildings: new Set(['1']) }) };
  });

  expect(record.households).toBe(118);
  expect(record.figures).toMatchObject({
    key: [0, 100],
    participation: [0, 0],
    funding: [240_000, 300_000],
    satisfaction: [21, 25],
  });
  expect(record.missingVouchers).toBe(1);
  expect(record.ratings).toBe(5);
  expect(own.figures).toEqual({ led: [1, 1], reached: [0, 30], papers: [2, 3], hours: [3, 1], rating: [21, 25] });
});

test('of fewer than five ratings nothing is told, of few in the own building those of the whole grid', async () => {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const project = await aProject(grid, { state: 'accepted', acceptedAt: grid.now });
  const rate = (count: number, from: number) =>
    grid.inUnit(async unit => {
      const homes = await unit.members.present();
      for (const { id: householdId } of homes.slice(from, from + count))
        await unit.works.keepRating({ projectId: project.id, householdId, memberId: 1, score: 4, at: grid.now });
      unit.journal.add('story', { by: 'operator', at: grid.now });
    });
  const ratings = () =>
    grid.inUnit(async unit => {
      const record = await contestFigures(unit, period, grid.now);
      return [record.figures.satisfaction, record.of({ memberId: 1, buildings: new Set(['1']) }).figures.rating];
    });

  await rate(4, 0);
  expect(await ratings()).toEqual([
    [0, 0],
    [0, 0],
  ]);
  await rate(2, 60);
  expect(await ratings()).toEqual([
    [24, 30],
    [24, 30],
  ]);
  await rate(1, 4);
  expect(await ratings()).toEqual([
    [28, 35],
    [20, 25],
  ]);
});
