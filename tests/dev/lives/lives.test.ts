import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lives, toldLife } from '../../../dev/lives/lives.js';
import { type Beginning, deed, opening } from '../../../dev/lives/openings.js';
import { homes } from '../../../dev/lives/town.js';
import { verify } from '../../../src/process/commands/verify.js';
import { aStore } from '../../support/store.js';

const seed = 20_261_129;

test(
  `200 random lives of matters, from their first word on, by people of all roles, keep every rule (seed ${seed})`,
  { timeout: 240_000 },
  async () => {
    const store = await aStore();

    const { lived, done, ends } = await lives(store, { count: 200, seed });

    expect(lived).toBe(200);
    // Lives that come to nothing prove nothing: payments are made, and matters archived and given up.
    for (const kind of ['pay', 'reverse', 'refund', 'cover', 'despite', 'pay refused', 'despite refused', ...early])
      expect(done[kind] ?? 0, kind).toBeGreaterThan(5);
    for (const end of ['closed', 'cancelled', 'funding_failed']) expect(ends[end] ?? 0, end).toBeGreaterThan(2);
    const lines: string[] = [];
    expect(await verify(store, line => lines.push(line)), lines.at(-1)).toBe(true);
    await store.dataSource.destroy();
  },
);

/** What happens before money is asked for, and what is forbidden of it. */
const early =
  'second classify payer sources publish unpublish openPoll vote extend endPoll object answer declare confirm sell unbind rebind'
    .split(' ')
    .flatMap(kind =>
      ['publish', 'openPoll', 'vote', 'sources', 'declare', 'confirm'].includes(kind)
        ? [kind, `${kind} refused`]
        : [kind],
    );

const plain: Beginning = {
  budget: 120_000,
  wish: 'none',
  track: 0,
  residentsFirst: false,
  milestones: 0,
  stage: 3,
  isUrgent: false,
  beside: 0,
};
const week = [4, 3].map(n => deed('wait', 'gs', { n }));
const votedOn = [deed('openPoll', 'gs'), ...homes.map(who => deed('vote', who)), deed('endPoll', 'gs'), ...week];
const promised = (fen: number) => homes.map(who => deed('pledge', who, { fen }));

/** Lives that once ended otherwise than the rules say; the model says at each step what must become of it. */
test.each([
  {
    rule: 'a second round counts no money that was given back after the first',
    life: [
      ...opening(plain),
      deed('give', 'ca', { fen: 60_000 }),
      deed('reconcile', 'bk'),
      deed('giveUp', 'gs'),
      deed('back', 'ca'),
      deed('publish', 'gs', { n: 0, fen: 120_000 }),
      ...week,
      ...votedOn,
      ...promised(12_000),
      ...promised(12_000),
    ],
    ends: ['collecting'],
  },
  {
    rule: 'another way to decide puts no plan on display whose sources are another sum',
    life: [
      ...opening({ ...plain, stage: 2 }),
      deed('sources', 'gs', { n: 1, fen: 60_000 }),
      deed('track', 'gs', { n: 1 }),
    ],
    ends: ['plan_published'],
  },
])('$rule', async ({ rule, life, ends }) => {
  const store = await aStore();

  expect((await toldLife(store, rule.slice(0, 12), life)).ends).toEqual(ends);

  await store.dataSource.destroy();
});

test('the model of the rules takes nothing from the program that it is held against', () => {
  const folder = new URL('../../../dev/lives/', import.meta.url);
  const rules = readdirSync(folder).filter(name => /^(?:model|town|days|.*rules)\.ts$/u.test(name));

  expect(rules).toHaveLength(7);
  for (const name of rules) expect(readFileSync(new URL(name, folder), 'utf8'), name).not.toMatch(/from '\.\.\//u);
});
