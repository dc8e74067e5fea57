import fc from 'fast-check';
import { allThatLeaves, type Asked } from './all-that-leaves.js';
import { aNeighbourhood, type Neighbourhood, type Person } from './neighbourhood.js';
import { aProject, aRoundOf, reconciles } from './works.js';

/** Buildings 1 and 2. */
const households = 60;
/** Residents without an office: of building 1 those who are hidden, of building 2 those who do the like before them. */
const hideable = [17, 18, 19, 20, 21, 22, 23, 24, 25];
/** Three flats of one size: the result of an owners' vote gives the area to 0.01 m², as the law wants it. */
const alike = [17, 23, 29];
const neighbours = [31, 32, 33, 34, 36, 37, 38, 39, 40, 41, 42, 43, 44, 46];
const begin = new Date('2026-03-18T09:00:00+08:00');

/** What is done in secret, one deed after another: by whom of the hidden households, and what. */
const aDeed = fc.record({ by: fc.nat(2), what: fc.nat(5), hours: fc.constantFrom(0, 0, 1, 25) });

/** A life of which an onlooker sees everything but who did what: how many did the like before, what, and what is hidden. */
export const aSecretLife = fc.record({
  kind: fc.constantFrom('vote', 'owners', 'pledge', 'payment', 'exemption'),
  before: fc.integer({ min: 0, max: 14 }),
  others: fc.array(fc.nat(5), { minLength: 14, maxLength: 14 }),
  /** Which three are hidden, and which of them stands where in the other world. */
  first: fc.nat(6),
  turn: fc.integer({ min: 1, max: 2 }),
  deeds: fc.array(aDeed, { minLength: 1, maxLength: 3 }),
  /** Whether it is followed to what is published after it. */
  toTheEnd: fc.boolean(),
});
type SecretLife = typeof aSecretLife extends fc.Arbitrary<infer T> ? T : never;

/** Who of the hidden does a deed in one of the two worlds, and what. */
type Hidden = (deed: { readonly by: number; readonly what: number }) => { readonly who: number; readonly what: number };

const choices = ['同意', '反对', '弃权', '同意', '同意', '反对'];
const sums = [100, 200, 200, 300, 500, 1000];

/** How a kind of life begins, what a hidden deed of it is, and what follows. */
interface Kind {
  readonly begins: (grid: Neighbourhood, life: SecretLife) => Promise<void>;
  readonly does: (grid: Neighbourhood, who: number, what: number) => Promise<string>;
  readonly ends: (grid: Neighbourhood) => Promise<unknown>;
}

function homeOf(grid: Neighbourhood, who: number): string {
  const { building, unit, room } = grid.resident(who).known ?? {};
  return `${building}号楼${unit}单元${room}`;
}

const says = (person: Person, words: string): Promise<string> => person.says(words, { chat: 'single' });
const votes = (grid: Neighbourhood, who: number, what: number): Promise<string> =>
  says(grid.resident(who), `1号${choices[what]}`);
const pledges = (grid: Neighbourhood, who: number, what: number): Promise<string> =>
  says(grid.resident(who), `1号我出${sums[what]}元`);
const pays = (grid: Neighbourhood, who: number, what: number): Promise<string> =>
  says(grid.role('cashier'), `1号收到${homeOf(grid, who)} ${sums[what]}元`);

/** The others, who did the like before, each what was drawn for them. */
async function othersDo(grid: Neighbourhood, { before, others }: SecretLife, does: Kind['does']): Promise<void> {
  for (let nth = 0; nth < before; nth += 1) await does(grid, neighbours[nth] ?? 0, others[nth] ?? 0);
}

const aPoll = (words: string): Kind => ({
  async begins(grid, life) {
    await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
    await grid.role('building_leader').says(words);
    await othersDo(grid, life, votes);
  },
  does: votes,
  ends: grid => grid.until('2026-03-30T09:30:00+08:00'),
});

const aRound = {
  ...aRoundOf(1_500_000, { capFen: 100_000, subsidyFen: 1_500_000 }),
  pledgeClosesAt: new Date('2026-03-27T23:59:00+08:00'),
};

const kinds: Readonly<Record<SecretLife['kind'], Kind>> = {
  vote: aPoll('1号发起表决，10天后截止'),
  owners: aPoll('1号发起业主表决，10天后截止'),
  pledge: {
    async begins(grid, life) {
      await aProject(grid, aRound);
      await othersDo(grid, life, pledges);
    },
    does: pledges,
    ends: grid => grid.until('2026-03-30T09:30:00+08:00'),
  },
  payment: {
    async begins(grid, life) {
      await aProject(grid, aRound);
      for (const who of [...hideable, ...neighbours]) await pledges(grid, who, 5);
      await othersDo(grid, life, pays);
      await reconciles(grid, 1);
    },
    does: pays,
    async ends(grid) {
      await reconciles(grid, 1);
      await grid.until('2026-03-30T09:30:00+08:00');
    },
  },
  exemption: {
    async begins(grid, life) {
      const secretary = grid.role('grid_secretary');
      await aProject(grid, { state: 'topic_selected', planPublishedAt: null, budgetFen: 1_200_000 });
      await secretary.says('1号资金来源：居民9000元，公益资源3000元（协议7号）');
      await secretary.says('1号出资办法：户均');
      await othersDo(grid, life, kinds.exemption.does);
    },
    does: (grid, who) => says(grid.role('grid_secretary'), `1号减免：${homeOf(grid, who)}，由公益资源承担`),
    async ends(grid) {
      await grid.role('grid_secretary').says('发布1号方案：装路灯，预算1.2万元');
      await grid.until('2026-03-23T09:30:00+08:00');
    },
  },
};

/** What an onlooker has seen of a life, before and after each hidden deed and at its end, and what was answered to who did them. */
interface Seen {
  readonly shown: string[][];
  readonly answers: string[];
}

/** One life in one of its worlds. */
async function lived(life: SecretLife, hidden: Hidden, onlookers: (grid: Neighbourhood) => Asked): Promise<Seen> {
  const grid = await aNeighbourhood({ now: begin.toISOString(), households });
  const { begins, does, ends } = kinds[life.kind];
  await begins(grid, life);
  const look = (): Promise<string[]> => allThatLeaves(grid, onlookers(grid));
  const shown = [await look()];
  const answers: string[] = [];
  for (const deed of life.deeds) {
    const { who, what } = hidden(deed);
    answers.push(await does(grid, who, what));
    if (deed.hours > 0) await grid.until(new Date(grid.now.getTime() + deed.hours * 3_600_000));
    shown.push(await look());
  }
  if (life.toTheEnd) {
    await ends(grid);
    shown.push(await look());
  }
  return { shown, answers };
}

/**
 * The same life twice: what one hidden household does in the one world, another does in the other; and of a vote that is followed to no
 * result, where any choice looks like any other, they choose otherwise too.
 */
export async function twoWorlds(
  life: SecretLife,
  onlookers: (grid: Neighbourhood) => Asked,
): Promise<readonly [Seen, Seen]> {
  const isOpen = !life.toTheEnd && (life.kind === 'vote' || life.kind === 'owners');
  const hidden = life.kind === 'owners' && life.toTheEnd ? alike : hideable.slice(life.first);
  const here: Hidden = ({ by, what }) => ({ who: hidden[by] ?? 0, what });
  const there: Hidden = ({ by, what }) => ({
    who: hidden[(by + life.turn) % 3] ?? 0,
    what: isOpen ? (what + life.turn) % choices.length : what,
  });
  return [await lived(life, here, onlookers), await lived(life, there, onlookers)];
}
