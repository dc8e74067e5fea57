import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditScore, spendable } from '../../../src/domain/credit/credit-balance.js';
import type { PointEntry } from '../../../src/store/credit/point-entry.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject } from '../../support/works.js';

type Choice = '同意' | '反对' | '弃权';

interface Step {
  readonly who: number;
  /** What this household would choose in the one life, and in the other. */
  readonly choice: Choice;
  readonly other: Choice;
  readonly deed: 'vote' | 'pledge' | 'object' | 'withdraw';
}

const choices = fc.constantFrom<Choice>('同意', '反对', '弃权');
const steps = fc.array(
  fc.record<Step>({
    who: fc.integer({ min: 10, max: 15 }),
    choice: choices,
    other: choices,
    deed: fc.constantFrom('vote', 'vote', 'vote', 'pledge', 'object', 'withdraw'),
  }),
  { minLength: 1, maxLength: 15 },
);

/** Lives through a history, with or without its objections and its pledges; what everybody had after each step. */
async function live(
  history: readonly Step[],
  of: 'choice' | 'other',
  { objecting = true, giving = true }: { objecting?: boolean; giving?: boolean } = {},
): Promise<Record<string, number>[]> {
  const grid = await aNeighbourhood({ households: 20 });
  await aProject(grid, { state: 'plan_published', stateSince: new Date(grid.now.getTime() - 20 * 86_400_000) });
  const pledgeClosesAt = new Date(grid.now.getTime() + 5 * 86_400_000);
  await aProject(grid, { state: 'pledging', pledgeClosesAt });
  await aProject(grid, { state: 'plan_published' });
  const opened = await grid.role('building_leader').says('发起投票：楼道装不装扶手，3天后截止');
  const no = /(\d+)号/u.exec(opened)?.[1] ?? '4';
  const after: Record<string, number>[] = [];
  for (const { who, deed, ...step } of history) {
    const person = grid.resident(who);
    if (deed === 'vote') await person.says(`${no}号${step[of]}`);
    if (deed === 'pledge' && giving) await person.says('2号我出50元');
    if (deed === 'withdraw' && giving) await person.says('撤回2号项目的认捐');
    if (deed === 'object' && objecting) await person.says('3号异议：灯杆离窗户太近');
    after.push(await pointsOf(grid));
  }
  return after;
}

async function pointsOf(grid: Neighbourhood): Promise<Record<string, number>> {
  const points: Record<string, number> = {};
  for (let who = 10; who <= 15; who += 1) {
    const entries: PointEntry[] = await grid.inUnit(async unit =>
      unit.credit.entries((await unit.members.view(grid.resident(who).userid)).id),
    );
    points[who] = creditScore(entries, grid.now) + spendable(entries, grid.now).points;
  }
  return points;
}

test('whatever is voted earns the same; nothing is ever lost by voting no, withdrawing, objecting or not giving', async () => {
  let voted = 0;
  await fc.assert(
    fc.asyncProperty(steps, async history => {
      const one = await live(history, 'choice');
      const other = await live(history, 'other');

      expect(other).toEqual(one);
      // Who objects has just what they would have had in silence.
      expect(await live(history, 'choice', { objecting: false })).toEqual(one);
      // A promise earns nothing before it is paid, so who gives nothing has no less for it.
      expect(await live(history, 'choice', { giving: false })).toEqual(one);
      for (const [index, points] of one.entries())
        for (const [who, now] of Object.entries(points)) expect(now).toBeGreaterThanOrEqual(one[index - 1]?.[who] ?? 0);
      voted += Object.values(one.at(-1) ?? {}).reduce((sum, points) => sum + points - 1000, 0);
    }),
    { numRuns: 6 },
  );

  // The histories did earn something.
  expect(voted).toBeGreaterThan(0);
});
