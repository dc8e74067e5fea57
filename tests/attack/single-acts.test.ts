import { expect, test } from 'vitest';
import { allThatLeaves } from '../support/all-that-leaves.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../support/neighbourhood.js';
import { aProject, aRoundOf, reconciles } from '../support/works.js';

/** Two households of one building, and one of another, that do what twelve others have done before them. */
const alike = [50, 53, 90] as const;
const others = [...Array(12).keys()];

/** A round for which everybody who takes part gives 1,000 yuan. */
async function aRound(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-06T10:00:00+08:00' });
  await aProject(grid, aRoundOf(1_500_000, { capFen: 100_000, subsidyFen: 1_500_000 }));
  for (const who of others) await pledges(grid.resident(who));
  return grid;
}

async function pledges(person: Person): Promise<void> {
  expect(await person.says('1号我出1000元', { chat: 'single' })).toContain('1,000元');
}

async function receives(grid: Neighbourhood, who: number): Promise<void> {
  const { building, unit, room } = grid.resident(who).known ?? {};
  const answer = await grid.role('cashier').says(`1号收到${building}号楼${unit}单元${room} 1000元`, { chat: 'single' });
  expect(answer).toContain('1,000元');
}

function votes(grid: Neighbourhood, who: number, choice = ''): Promise<string> {
  return grid.resident(who).says(`1号${choice}`, { chat: 'single' });
}

/** What leaves the record before, between and after the deeds of one household, one answer a deed. */
async function shownAround(grid: Neighbourhood, deeds: readonly (() => Promise<void>)[]): Promise<string[][]> {
  const shown = [await allThatLeaves(grid)];
  for (const deed of deeds) {
    await deed();
    shown.push(await allThatLeaves(grid));
  }
  // What happened is told, or the test would look at nothing.
  expect(new Set(shown.map(one => one.join('\n'))).size).toBeGreaterThan(1);
  return shown;
}

test.each([
  [
    'pledges, takes it back and pledges again',
    async (who: number) => {
      const grid = await aRound();
      const person = grid.resident(who);
      return shownAround(grid, [
        () => pledges(person),
        async () => void (await person.says('1号撤回认捐', { chat: 'single' })),
        () => pledges(person),
      ]);
    },
  ],
  [
    'pays, and is found on the bank’s list',
    async (who: number) => {
      const grid = await aRound();
      for (const one of alike) await pledges(grid.resident(one));
      for (const one of others) await receives(grid, one);
      await reconciles(grid, 1);
      // Between two publications of the week.
      await grid.until('2026-03-09T09:30:00+08:00');
      return shownAround(grid, [
        () => receives(grid, who),
        async () => void (await reconciles(grid, 1)),
        () => grid.until('2026-03-16T09:30:00+08:00'),
      ]);
    },
  ],
  [
    'votes, and changes its vote, whatever it chooses',
    async (who: number) => {
      const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
      await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-03-02T15:30:00+08:00') });
      await grid.role('building_leader').says('1号发起表决，10天后截止');
      for (const one of others) expect(await votes(grid, one, '同意')).toContain('投了');
      const [first, then] = { 50: ['同意', '反对'], 53: ['反对', '弃权'], 90: ['弃权', '同意'] }[who] ?? [];
      return shownAround(grid, [
        async () => void (await votes(grid, who, first)),
        async () => void (await votes(grid, who, then)),
      ]);
    },
  ],
  [
    'is exempted from its share',
    async (who: number) => {
      const grid = await aNeighbourhood({ now: '2026-03-18T09:00:00+08:00' });
      const secretary = grid.role('grid_secretary');
      await aProject(grid, { state: 'topic_selected', planPublishedAt: null, budgetFen: 1_200_000 });
      await secretary.says('1号资金来源：居民11800元，公益资源200元（协议7号）');
      await secretary.says('1号出资办法：户均');
      const { building, unit, room } = grid.resident(who).known ?? {};
      const home = `${building}号楼${unit}单元${room}`;
      return shownAround(grid, [
        async () => {
          const answer = await secretary.says(`1号减免：${home}，由公益资源承担`, { chat: 'single' });
          expect(answer).toContain('已减免');
        },
        async () => void (await secretary.says('发布1号方案：装路灯，预算1.2万元')),
      ]);
    },
  ],
] as const)(
  'before and after one household %s, all that leaves is the same whichever it was',
  { timeout: 400_000 },
  async (_, live) => {
    const [first, ...more] = [await live(alike[0]), await live(alike[1]), await live(alike[2])];

    for (const other of more) expect(other).toEqual(first);
  },
);
