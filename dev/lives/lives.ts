import fc from 'fast-check';
import { strict as assert } from 'node:assert';
import type { Store } from '../../src/store/engine/store.js';
import type { Unit } from '../../src/store/engine/unit.js';
import { botSource } from './early-deeds.js';
import { does } from './deeds.js';
import { type Life, type Source, sources } from './model.js';
import { aBeginning, onwardIn, opening } from './openings.js';
import { clockRuns, lifeOf, verdictOn } from './rules.js';
import { allowed, type Deed, homes, type Kind, people, Town, type Who } from './town.js';
import { waitOf } from './works-rules.js';
import { World } from './world.js';

const kinds = Object.keys(allowed) as Kind[];
const everybody = Object.keys(people) as Who[];
const sums = [1, 1000, 49_900, 50_000, 60_000, 300_000, 700_000, 1_000_001, 2_000_000];
const begin = Date.parse('2026-03-02T10:00:00+08:00');
/** More matters would only make a life slower. */
const mostMatters = 3;

/** A deed by chance, or, more often, one that the model allows in this moment: else no life would come far. */
type Wish = Deed | { readonly pick: number };

const anyDeed: fc.Arbitrary<Deed> = fc
  .tuple(fc.constantFrom(...kinds), fc.nat(99), fc.nat(2), fc.nat(5), fc.constantFrom(...sums))
  .map(([drawn, chance, p, n, fen]) => {
    // What ends a life is drawn seldom, or no life would come to its end by itself.
    const kind = ends.includes(drawn) && chance % 10 !== 0 ? 'approve' : drawn;
    // Four of five are done by somebody whose part it is, one by anybody.
    const by: readonly Who[] = chance < 80 ? allowed[kind] : everybody;
    return { kind, who: by[chance % by.length] ?? 'gs', p, n, fen };
  });

const aWish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ pick: fc.nat(1_000_000) }) },
  { weight: 2, arbitrary: anyDeed },
);

const ends: readonly Kind[] = ['cancel', 'giveUp', 'takeBack', 'settle'];
/** What leads a matter back or ends it is wished for seldom. */
const back: readonly Kind[] = [
  'refuse',
  'stop',
  'find',
  'reverse',
  'withdraw',
  'hold',
  'unpublish',
  'object',
  'unbind',
  'raise',
];
const seldom: readonly Kind[] = [...ends, ...back];
/** The deed that a wish comes to in a town: one of those that are allowed now, most often one that leads a matter on. */
function wished(town: Town, wish: Wish): Deed {
  const [first] = town.lives;
  if (!first) return { kind: 'raise', who: 'h1', p: 0, n: 0, fen: 1 };
  if ('kind' in wish) return wish.kind === 'raise' && town.lives.length >= mostMatters ? idle : wish;
  const { pick } = wish;
  const at = Math.floor(pick / 16);
  const p = [0, 0, 1, 2][at % 4] ?? 0;
  const life = lifeOf(town, { p }) ?? first;
  const onward = pick % 4 === 0 ? [] : possible(town, { kinds: onwardIn(life), at, p });
  const pool = pick % 16 === 0 ? kinds : kinds.filter(kind => !seldom.includes(kind));
  const open = onward.length > 0 ? onward : possible(town, { kinds: pool, at });
  return open[at % Math.max(1, open.length)] ?? idle;
}

/** Of each kind a deed that the model allows now, where it finds one; about one matter, or about any. */
function possible(
  town: Town,
  { kinds: pool, at: from, p }: { kinds: readonly Kind[]; at: number; p?: number },
): Deed[] {
  return pool.flatMap((kind, index) => {
    if (kind === 'raise' && town.lives.length >= mostMatters) return [];
    const by: readonly Who[] = allowed[kind];
    for (let turn = 0; turn < 18; turn += 1) {
      const at = from + index * 7 + turn * 5;
      const [who, fen] = [by[at % by.length] ?? 'gs', sums[at % sums.length] ?? 1];
      const deed = { kind, who, p: p ?? at % mostMatters, n: at % 6, fen };
      if (typeof verdictOn(town, deed) !== 'string') return [deed];
    }
    return [];
  });
}

const idle: Deed = { kind: 'wait', who: 'gs', p: 0, n: 1, fen: 1 };

/** How often which deed went through or was refused, and how the matters ended. */
interface Lived {
  readonly lived: number;
  readonly done: Readonly<Record<string, number>>;
  readonly ends: Readonly<Record<string, number>>;
}

/** Lives until one of them shows a broken rule: throws with the deeds that led there, as few as can be, and the seed. */
export async function lives(store: Store, { count, seed }: { count: number; seed: number }): Promise<Lived> {
  let lived = 0;
  const done = new Map<string, number>();
  const ended = new Map<string, number>();
  const more = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(
      aBeginning,
      fc.array(aWish, { minLength: 10, maxLength: 70, size: 'max' }),
      async (start, list) => {
        lived += 1;
        const life = await toldLife(store, `life-${seed}-${lived}`, [...opening(start), ...list]);
        for (const one of life.done) more(done, one);
        for (const state of life.ends) more(ended, state);
      },
    ),
    { numRuns: count, seed, endOnFailure: false },
  );
  return { lived, done: sorted(done), ends: sorted(ended) };
}

/** One life that is told wish by wish: throws where bot and model differ, and gives it with what became of its matters. */
export async function toldLife(
  store: Store,
  code: string,
  wishes: readonly Wish[],
): Promise<{ world: World; done: string[]; ends: string[] }> {
  const town = new Town(begin);
  const world = await World.of(store, begin, code);
  const told: string[] = [];
  const done: string[] = [];
  for (const wish of wishes) done.push(await step(world, town, wished(town, wish), told));
  assert.deepEqual(await votePoints(world), pointsFor(town), `points at the end of\n${told.join('\n')}`);
  return { world, done, ends: town.lives.map(({ state }) => state) };
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a));
}

/** One deed: the bot and the model must agree whether it may be done, and on all accounts and states afterwards. */
async function step(world: World, town: Town, deed: Deed, told: string[]): Promise<string> {
  town.now += 60_000 + (deed.kind === 'wait' ? waitOf(deed.n) : 0);
  const verdict = verdictOn(town, deed);
  const before = await headOf(world);
  const words = `${deed.who} ${deed.kind} ${deed.n} ${deed.fen} about ${deed.p}, ${lifeOf(town, deed)?.state ?? 'nothing'}`;
  const done = await does(world, town, deed);
  const refused = 'refused' in done;
  told.push(`${words}: ${refused ? done.refused.code : 'done'}`);
  const story = (): string => told.slice(-70).join('\n');
  if (refused) {
    const why = `the bot refuses ${words} (${done.refused.code}), the model allows it\n${story()}`;
    assert(typeof verdict === 'string', why);
    assert.equal(await headOf(world), before, `a refused deed left something behind: ${words}\n${story()}`);
    return `${deed.kind} refused`;
  }
  assert(typeof verdict !== 'string', `the bot allows ${words}, the model does not: ${String(verdict)}\n${story()}`);
  verdict(done.made);
  if (deed.kind === 'wait') clockRuns(town);
  // The clock goes over all of them; a deed may touch no other matter than its own, which the next hour of the clock shows.
  const life = lifeOf(town, deed);
  const touched = deed.kind === 'wait' ? town.lives : life ? [life] : [];
  for (const one of touched)
    assert.deepEqual(await standingOf(world, one), standingIn(one), `matter ${one.no} after ${words}\n${story()}`);
  return deed.kind;
}

async function headOf(world: World): Promise<string> {
  const { id } = world.grid;
  const rows = (table: string, column: string): Promise<{ digest: string }[]> =>
    world.store.dataSource.query(`SELECT digest FROM ${table} WHERE "gridId" = ${id} ORDER BY ${column} DESC LIMIT 1`);
  return [await rows('journal', 'seq'), await rows('ledger_entry', 'no')].map(([row]) => row?.digest ?? '').join();
}

interface Standing {
  readonly state: string;
  readonly percent: number;
  readonly budget: number | null;
  readonly accounts: Readonly<Record<string, number>>;
  readonly promised: readonly number[];
  readonly paid: readonly number[];
  readonly requests: readonly string[];
  readonly poll: string;
}

async function standingOf(world: World, { no }: Life): Promise<Standing> {
  return world.inUnit(async unit => {
    const project = await unit.projects.byNo(no);
    assert(project, 'the project is there');
    const balances = await unit.ledger.balances(project.id);
    const standings = await Promise.all(homes.map(home => unit.ledger.standingOf(project.id, world.householdOf(home))));
    return {
      state: project.state,
      percent: project.percent,
      budget: project.budgetFen,
      accounts: accountsOf(
        source => balances[`received/${botSource[source]}`] ?? 0,
        source => balances[`cash/${botSource[source]}`] ?? 0,
        { spent: balances.spent ?? 0, refunded: balances.refunded ?? 0 },
      ),
      promised: standings.map(({ promisedFen }) => promisedFen),
      paid: standings.map(({ paidFen }) => paidFen),
      requests: (await unit.spending.ofProject(project.id)).map(one => `${one.no} ${one.state} ${one.amountFen}`),
      poll: await pollOf(unit, project.id),
    };
  });
}

async function pollOf(unit: Unit, projectId: number): Promise<string> {
  const [poll] = await unit.polls.ofProject(projectId);
  if (!poll) return '';
  const closed = poll.closedAt === null ? '' : `${poll.result?.passed} until ${poll.reviewEndsAt?.toISOString()}`;
  return `${poll.track} ${poll.closesAt.toISOString()} ${closed}`;
}

function standingIn(life: Life): Standing {
  const { poll } = life;
  const closed = poll?.closedAt == null ? '' : `${poll.passed} until ${new Date(poll.reviewEndsAt).toISOString()}`;
  return {
    state: life.state,
    percent: life.percent,
    budget: life.budget,
    accounts: accountsOf(
      source => life.pending[source],
      source => life.cash[source],
      { spent: life.spent, refunded: life.refunded },
    ),
    promised: homes.map(home => life.promised.get(home) ?? 0),
    paid: homes.map(home => life.paid.get(home) ?? 0),
    requests: life.requests.map(one => `${one.no} ${one.state} ${one.fen}`),
    poll: poll ? `${poll.track} ${new Date(poll.closesAt).toISOString()} ${closed}` : '',
  };
}

function accountsOf(
  pending: (source: Source) => number,
  cash: (source: Source) => number,
  rest: { spent: number; refunded: number },
): Record<string, number> {
  const each = sources.flatMap(source => [
    [`pending ${source}`, pending(source)],
    [`cash ${source}`, cash(source)],
  ]);
  return { ...Object.fromEntries(each), ...rest };
}

/** A vote earns the same whatever was chosen: one point for each poll in which an account took part. */
async function votePoints(world: World): Promise<Record<string, number>> {
  return world.inUnit(async unit => {
    const points: Record<string, number> = {};
    for (const who of everybody) {
      const member = await unit.members.byUserid(who);
      const entries = member ? await unit.credit.entries(member.id) : [];
      const own = entries.filter(({ behaviour }) => behaviour === 'vote').reduce((all, entry) => all + entry.points, 0);
      if (own > 0) points[who] = own;
    }
    return points;
  });
}

function pointsFor({ votedIn }: Town): Record<string, number> {
  return Object.fromEntries(everybody.flatMap(who => (votedIn.has(who) ? [[who, votedIn.get(who)?.size ?? 0]] : [])));
}
