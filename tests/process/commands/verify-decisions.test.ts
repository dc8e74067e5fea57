import { expect, test } from 'vitest';
import { toldLife } from '../../../dev/lives/lives.js';
import { deed, opening } from '../../../dev/lives/openings.js';
import { homes } from '../../../dev/lives/town.js';
import { verify } from '../../../src/process/commands/verify.js';
import type { Store } from '../../../src/store/engine/store.js';
import { aStore } from '../../support/store.js';

/** Owners who decided on 1,200 yuan of common income, and a second matter that uses 600 of it by their vote. */
const shared = opening({
  budget: 120_000,
  wish: 'none',
  track: 1,
  residentsFirst: false,
  milestones: 0,
  stage: 3,
  isUrgent: false,
  beside: 1,
});

async function saidOf(store: Store): Promise<string> {
  const lines: string[] = [];
  await verify(store, line => lines.push(line));
  return lines.at(-1) ?? '';
}

test('a vote that is opened anew takes nothing from those who rest on the one before', async () => {
  const store = await aStore();
  const weeks = [4, 3, 4, 3].map(n => deed('wait', 'gs', { n }));
  const anew = [deed('giveUp', 'gs'), deed('publish', 'gs', { fen: 50_000 }), ...weeks, deed('openPoll', 'gs')];
  const { ends } = await toldLife(store, 'anew', [...shared, ...anew]);

  expect(ends).toEqual(['voting', 'topic_selected']);
  expect(await saidOf(store)).toMatch(/^ok/);
  await store.dataSource.destroy();
});

test('what several matters use of one decision is named where it is more than was decided', async () => {
  const store = await aStore();
  const { world, ends } = await toldLife(store, 'shared', [...shared, deed('wait', 'gs', { n: 0 })]);
  expect(ends).toEqual(['pledging', 'topic_selected']);
  expect(await saidOf(store)).toMatch(/^ok/);

  // Written past the rules, and sealed by whoever could: one fen above what was decided.
  await world.inUnit(async unit => {
    const second = await unit.projects.byNo(2);
    const [residents, common] = second?.fundingPlan?.sources ?? [];
    if (!second || !residents || !common) throw new Error('the second matter has its sources');
    const fundingPlan = { sources: [residents, { ...common, plannedFen: 120_001 }] };
    await unit.projects.keep(Object.assign(second, { fundingPlan }));
    unit.journal.add('story', { by: 'operator', at: new Date('2026-04-05T10:00:00+08:00') });
  });

  expect(await saidOf(store)).toContain('no source beyond its decision');
  await store.dataSource.destroy();
});

/** The owners' vote is over, and an objection to its result waits: a second matter says that it rests on that vote. */
const objectedTo = [
  ...shared.slice(0, shared.findIndex(({ kind }) => kind === 'endPoll') + 1),
  deed('object', 'h3'),
  ...[4, 3].map(n => deed('wait', 'gs', { n })),
  ...['raise', 'second', 'second', 'second', 'second'].map((kind, nth) =>
    deed(kind as 'raise', homes[nth] ?? 'h1', { p: 1, n: 1 }),
  ),
];
const rests = deed('sources', 'gs', { p: 1, n: 3, fen: 120_000 });

test.each([
  ['nothing rests on it', 'waits for its answer', [], false],
  ['nothing rests on it', 'was granted', [deed('answer', 'gs', { n: 4 })], false],
  ['others may rest on it', 'was turned down', [deed('answer', 'gs', { n: 0 })], true],
] as const)(
  'of an owners’ vote whose result was objected to: %s when the objection %s',
  async (_, __, answered, stands) => {
    const store = await aStore();
    const { world } = await toldLife(store, 'objected', [...objectedTo, ...answered, rests]);

    const plan = await world.inUnit(async unit => (await unit.projects.byNo(2))?.fundingPlan ?? null);
    expect(plan !== null).toBe(stands);
    expect(await saidOf(store)).toMatch(/^ok/);
    await store.dataSource.destroy();
  },
);

test('what rests on a vote that was made void is named', async () => {
  const store = await aStore();
  const { world } = await toldLife(store, 'void', [...objectedTo, deed('answer', 'gs', { n: 4 })]);
  const sources = [
    { source: 'residents', plannedFen: 60_000, evidence: null },
    { source: 'public_revenue', plannedFen: 60_000, evidence: '1号表决' },
  ] as const;
  await world.inUnit(async unit => {
    const second = await unit.projects.byNo(2);
    if (!second) throw new Error('there is a second matter');
    await unit.projects.keep(Object.assign(second, { fundingPlan: { sources } }));
    unit.journal.add('story', { by: 'operator', at: new Date('2026-04-05T10:00:00+08:00') });
  });

  expect(await saidOf(store)).toContain('rests on 1号表决, which decided nothing');
  await store.dataSource.destroy();
});
