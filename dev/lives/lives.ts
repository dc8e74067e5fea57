import fc from 'fast-check';
import { strict as assert } from 'node:assert';
import type { ProjectState } from '../../src/domain/lifecycle.js';
import type { Store } from '../../src/store/engine/unit.js';
import { does } from './deeds.js';
import { allowed, bySource, day, type Deed, homes, type Kind, Life, people, type Who } from './model.js';
import { clockRuns, verdictOn } from './rules.js';
import { waitOf } from './works-rules.js';
import { World } from './world.js';

const kinds = Object.keys(allowed) as Kind[];
const everybody = Object.keys(people) as Who[];
const sums = [1, 1000, 49_900, 50_000, 60_000, 300_000, 700_000, 1_000_001, 2_000_000];
const begin = Date.parse('2026-03-02T10:00:00+08:00');

/** A deed by chance, or, more often, one that the model allows in this moment: else no life would come far. */
type Wish = Deed | { readonly pick: number };

const anyDeed: fc.Arbitrary<Deed> = fc
  .tuple(fc.constantFrom(...kinds), fc.nat(99), fc.nat(5), fc.constantFrom(...sums))
  .map(([drawn, chance, n, fen]) => {
    // What ends a life is drawn seldom, or no life would come to its end by itself.
    const kind = (drawn === 'cancel' || drawn === 'giveUp') && chance % 10 !== 0 ? 'approve' : drawn;
    // Four of five are done by somebody whose part it is, one by anybody.
    const by: readonly Who[] = chance < 80 ? allowed[kind] : everybody;
    return { kind, who: by[chance % by.length] ?? 'gs', n, fen };
  });

const aWish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ pick: fc.nat(1_000_000) }) },
  { weight: 2, arbitrary: anyDeed },
);

/** What leads a project back or ends it is wished for seldom. */
const seldom: readonly Kind[] = ['cancel', 'giveUp', 'refuse', 'stop', 'find', 'reverse', 'withdraw', 'hold'];

/** The deed that a wish comes to in a life: one of those that are allowed now. */
function wished(life: Life, wish: Wish): Deed {
  if ('kind' in wish) return wish;
  const { pick } = wish;
  const pool = pick % 16 === 0 ? kinds : kinds.filter(kind => !seldom.includes(kind));
  const open = pool.flatMap((kind, index) => {
    for (let turn = 0; turn < 18; turn += 1) {
      const by: readonly Who[] = allowed[kind];
      const at = Math.floor(pick / 8) + index * 7 + turn * 5;
      const deed = { kind, who: by[at % by.length] ?? 'gs', n: at % 6, fen: sums[at % sums.length] ?? 1 };
      if (typeof verdictOn(life, deed) !== 'string') return [deed];
    }
    return [];
  });
  // What money waits for comes first now and then.
  const paying = open.find(({ kind }) => kind === 'pay') ?? open.find(({ kind }) => kind === 'approve');
  if (paying && pick % 3 === 0) return paying;
  return open[pick % Math.max(1, open.length)] ?? { kind: 'wait', who: 'gs', n: 1, fen: 1 };
}

/** How a life begins: its terms, how much of its money is there, and how far its works are. */
const aBeginning = fc.record({
  budget: fc.constantFrom(120_000, 1_200_000, 3_000_001),
  minimum: fc.constantFrom(1, 0.8),
  everyHome: fc.constantFrom(false, false, true),
  residentsFirst: fc.boolean(),
  milestones: fc.nat(2),
  /** With nothing, with its money, with its works finished, or accepted. */
  stage: fc.constantFrom(0, 1, 1, 2, 3, 3, 3),
});
type Beginning = typeof aBeginning extends fc.Arbitrary<infer T> ? T : never;

function lifeOf({ budget, minimum, everyHome, residentsFirst, milestones }: Beginning): Life {
  const life = new Life(begin, {
    budget,
    minimum: Math.ceil(budget * minimum),
    cap: budget,
    closesAt: begin + 14 * day,
    everyHome,
    order: residentsFirst ? ['residents', 'subsidy'] : ['subsidy', 'residents'],
  });
  life.milestones = ['拆旧', '装管'].slice(0, milestones).map(name => ({ name, doneBy: null, accepted: false }));
  return life;
}

/** What brings a life quickly to where it begins: all promise and pay, the bank has it, the works are done, the team signs. */
function opening({ budget, milestones, stage }: Beginning): Deed[] {
  const share = Math.ceil(budget / homes.length);
  const steps: Deed[][] = [
    [
      ...homes.map(who => ({ kind: 'pledge' as const, who, n: 0, fen: share })),
      ...homes.map((_, n) => ({ kind: 'receive' as const, who: 'ca' as const, n, fen: share })),
      { kind: 'reconcile', who: 'bk', n: 0, fen: 1 },
    ],
    [
      { kind: 'progress', who: 'co', n: 1, fen: 1 },
      ...Array.from({ length: milestones }, (_, n) => ({ kind: 'reach' as const, who: 'co' as const, n, fen: 1 })),
      { kind: 'progress', who: 'co', n: 3, fen: 1 },
    ],
    [
      { kind: 'sign', who: 's1', n: 0, fen: 1 },
      { kind: 'sign', who: 's2', n: 0, fen: 1 },
    ],
  ];
  return steps.slice(0, stage).flat();
}

/** How often which deed went through or was refused, and how the lives ended. */
export interface Lived {
  readonly lived: number;
  readonly done: Readonly<Record<string, number>>;
  readonly ends: Readonly<Record<string, number>>;
}

/** Lives until one of them shows a broken rule: throws with the deeds that led there, as few as can be, and the seed. */
export async function lives(store: Store, { count, seed }: { count: number; seed: number }): Promise<Lived> {
  let lived = 0;
  const done = new Map<string, number>();
  const ends = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(aBeginning, fc.array(aWish, { minLength: 1, maxLength: 45, size: 'max' }), async (start, list) => {
      const life = lifeOf(start);
      lived += 1;
      const world = await World.of(store, life, `life-${seed}-${lived}`);
      const told: string[] = [];
      for (const wish of [...opening(start), ...list]) {
        const was = await step(world, life, wished(life, wish), told);
        done.set(was, (done.get(was) ?? 0) + 1);
      }
      ends.set(life.state, (ends.get(life.state) ?? 0) + 1);
    }),
    { numRuns: count, seed, endOnFailure: false },
  );
  return { lived, done: sorted(done), ends: sorted(ends) };
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a));
}

/** One deed: the bot and the model must agree whether it may be done, and on all accounts and states afterwards. */
async function step(world: World, life: Life, deed: Deed, told: string[]): Promise<string> {
  life.now += 60_000 + (deed.kind === 'wait' ? waitOf(deed.n) : 0);
  const verdict = verdictOn(life, deed);
  const before = await headOf(world);
  const done = await does(world, life, deed);
  const words = `${deed.who} ${deed.kind} ${deed.n} ${deed.fen} in ${life.state}`;
  const refused = 'refused' in done;
  told.push(`${words}: ${refused ? done.refused.code : 'done'}`);
  const story = (): string => told.slice(-60).join('\n');
  if (refused) {
    assert(
      typeof verdict === 'string',
      `the bot refuses ${words} (${done.refused.code}), the model allows it\n${story()}`,
    );
    assert.equal(await headOf(world), before, `a refused deed left something behind: ${words}\n${story()}`);
    return `${deed.kind} refused`;
  }
  assert(typeof verdict !== 'string', `the bot allows ${words}, the model does not: ${String(verdict)}\n${story()}`);
  verdict(done.made);
  if (deed.kind === 'wait') clockRuns(life);
  assert.deepEqual(await standingOf(world), standingIn(life), `after ${words}\n${story()}`);
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
  readonly accounts: Readonly<Record<string, number>>;
  readonly promised: readonly number[];
  readonly paid: readonly number[];
  readonly requests: readonly string[];
}

async function standingOf(world: World): Promise<Standing> {
  return world.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    assert(project, 'the project is there');
    const balances = await unit.ledger.balances(project.id);
    const standings = await Promise.all(homes.map(home => unit.ledger.standingOf(project.id, world.householdOf(home))));
    const state: ProjectState = project.state;
    return {
      state,
      percent: project.percent,
      accounts: {
        pendingResidents: balances['received/residents'] ?? 0,
        pendingSubsidy: balances['received/subsidy'] ?? 0,
        residents: balances['cash/residents'] ?? 0,
        subsidy: balances['cash/subsidy'] ?? 0,
        spent: balances.spent ?? 0,
        refunded: balances.refunded ?? 0,
      },
      promised: standings.map(({ promisedFen }) => promisedFen),
      paid: standings.map(({ paidFen }) => paidFen),
      requests: (await unit.spending.ofProject(project.id)).map(one => `${one.no} ${one.state} ${one.amountFen}`),
    };
  });
}

function standingIn(life: Life): Standing {
  const { pending, cash } = { pending: { ...bySource(), ...life.pending }, cash: life.cash };
  return {
    state: life.state,
    percent: life.percent,
    accounts: {
      pendingResidents: pending.residents,
      pendingSubsidy: pending.subsidy,
      residents: cash.residents,
      subsidy: cash.subsidy,
      spent: life.spent,
      refunded: life.refunded,
    },
    promised: homes.map(home => life.promised.get(home) ?? 0),
    paid: homes.map(home => life.paid.get(home) ?? 0),
    requests: life.requests.map(one => `${one.no} ${one.state} ${one.fen}`),
  };
}
