import { expect, test } from 'vitest';
import type { Source } from '../../../src/domain/funds/ledger.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, paid, received, theProject } from '../../support/works.js';

const accepted = '2026-03-02T10:00:00+08:00';

/** An accepted project that received 1 000 yuan from each of two households, and has spent a part. */
async function settled(spentFen: number, other?: { fen: number; source: Source }): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: accepted });
  const project = await aProject(grid, { state: 'accepted', percent: 100, acceptedAt: grid.now, budgetFen: 200_000 });
  for (const householdId of [1, 2]) await received(grid, project, { fen: 100_000, householdId });
  if (other) await received(grid, project, other);
  await paid(grid, project, { fen: spentFen, why: '灯杆' });
  return grid;
}

test('the morning after, the final accounts are published to the cent, once', async () => {
  const grid = await settled(200_000);
  await grid.scheduler.run('publish-final-accounts');
  expect(await grid.posts()).toEqual([]);

  await grid.until('2026-03-04T10:00:00+08:00');

  const [post = '', ...others] = await grid.posts();
  expect(others).toEqual([]);
  for (const part of [
    '【决算公示】1号 装路灯',
    '预算2,000元｜实际2,000元',
    '居民众筹2,000元',
    '灯杆 2,000元',
    '没有余款',
  ]) {
    expect(post).toContain(part);
  }
  expect(await theProject(grid, 1)).toMatchObject({
    state: 'settlement_published',
    settledAt: new Date('2026-03-03T09:00:00+08:00'),
  });
  expect(await grid.postsTo('r004')).toEqual([]);
});

test('once the accounts were on display for seven full days the project is archived, and no morning sooner', async () => {
  const grid = await settled(200_000);

  await grid.until('2026-03-10T23:59:00+08:00');
  expect((await theProject(grid, 1)).state).toBe('settlement_published');
  await grid.until('2026-03-11T09:31:00+08:00');
  expect((await theProject(grid, 1)).state).toBe('closed');
  await grid.scheduler.run('archive-projects');
  expect((await grid.journal()).filter(deed => deed === 'project.archive')).toHaveLength(1);
});

test('with money left over the cashier is told once what to say, and the project stays open until it is paid back', async () => {
  const grid = await settled(149_999);

  await grid.until('2026-04-02T10:00:00+08:00');

  // The list of every morning names it besides, as whatever waits for somebody.
  const told = (await grid.postsTo('r004')).filter(text => !text.includes('早上等您办的'));
  expect(told).toEqual([
    '1号「装路灯」决算后账上还有500.01元，退清后才能归档。\n居民余款500.01元按实交比例退回，办好后在群里发送“1号支出余款退款500.01元”。',
  ]);
  expect((await grid.posts()).join('\n')).toContain('退还2户');
  expect((await theProject(grid, 1)).state).toBe('settlement_published');
});

test('what is left of other money goes back where it came from', async () => {
  const grid = await settled(200_000, { fen: 5000, source: 'subsidy' });

  await grid.until('2026-03-03T10:00:00+08:00');

  expect((await grid.postsTo('r004'))[0]).toMatch(/按(实交比例|来源)退回/);
});

test('above 100,000 yuan the accounts say that they should be audited, and at it they do not', async () => {
  for (const [spentFen, isSaid] of [
    [10_000_000, false],
    [10_000_001, true],
  ] as const) {
    const grid = await settled(spentFen, { fen: 9_900_000, source: 'subsidy' });
    await grid.until('2026-03-03T10:00:00+08:00');
    expect((await grid.posts()).join('\n').includes('应当请人审计')).toBe(isSaid);
  }
});
