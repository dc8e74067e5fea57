import { sampleResidents } from '../../src/trial/sample-grid.js';
import { aNeighbourhood, playedOnce } from './neighbourhood.js';
import { aProject, received } from './works.js';

/** The address of a sample resident, as it is typed. */
export function homeOf(who: number): string {
  const { building = 0, unit = 0, room = '' } = sampleResidents()[who] ?? {};
  return `${building}号楼${unit}单元${room}`;
}

/**
 * Matters in every step: 1 waits for its class, 2 is on display with an objection, 3 is voted on (residents 20 to 29 have voted), 4 is being pledged
 * for, 5 is collected for (20 and 21 have paid, 22 has not), 6 is being built.
 */
export const mattersOfAllKinds = playedOnce(async () => {
  const grid = await aNeighbourhood();
  const on = new Date('2026-02-20T10:00:00+08:00');
  await aProject(grid, {
    title: '修单元门',
    place: '2号楼',
    state: 'topic_proposed',
    budgetFen: null,
    planPublishedAt: null,
  });
  await aProject(grid, { title: '加装充电桩', place: '北门车棚', state: 'plan_published', planPublishedAt: on });
  await aProject(grid, { title: '更换<b>主水管</b>', place: '3号楼', state: 'plan_published', planPublishedAt: on });
  const pledgeClosesAt = new Date('2026-03-16T00:00:00+08:00');
  await aProject(grid, { title: '补种桂花树', state: 'pledging', pledgeClosesAt, budgetFen: 100_000 });
  await aProject(grid, { title: '粉刷楼道', state: 'collecting', pledgeClosesAt, budgetFen: 60_000 });
  const lamp = await aProject(grid, { title: '装路灯', percent: 40 });
  await received(grid, lamp, { fen: 300_000, source: 'subsidy' });
  await grid.resident(30).says('2号异议：报价偏高，请再比一家');
  await grid.role('grid_secretary').says('3号发起表决，3天后截止');
  for (let who = 20; who < 30; who += 1) await grid.resident(who).says(who < 25 ? '3号同意' : '3号反对');
  await grid.resident(40).says('4号我出200元');
  for (const who of [20, 21, 22]) {
    await grid.inUnit(async unit => {
      const { householdId } = await unit.members.view(grid.resident(who).userid);
      const project = await unit.projects.byNo(5);
      await unit.ledger.post({
        projectId: project?.id ?? 0,
        kind: 'pledge',
        postings: [{ from: 'promise', to: 'promised', amountFen: 20_000 }],
        why: '认捐',
        by: grid.resident(who).userid,
        householdId,
      });
      unit.journal.add('story', { by: 'operator', at: grid.now });
    });
  }
  for (const who of [20, 21]) await grid.role('cashier').says(`5号收到${homeOf(who)} 200元`);
  return grid;
});
