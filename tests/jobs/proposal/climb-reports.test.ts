import { expect, test } from 'vitest';
import { answerReport, handReport } from '../../../src/operations/proposal/follow-report.js';
import { aNeighbourhood } from '../../support/neighbourhood.js';

test('what nobody has answered by the third workday climbs to the secretary, and three workdays later to the dispatch; each once', async () => {
  const grid = await aNeighbourhood();
  const secretary = grid.role('grid_secretary').userid;
  const community = grid.role('community_secretary').userid;
  const count = async (userid: string, words: string): Promise<number> =>
    (await grid.postsTo(userid)).filter(text => text.includes(words)).length;
  await grid.resident(61).says('报事：3号楼2单元楼道灯坏了');

  await grid.until('2026-03-05T23:00:00+08:00');
  expect(await count(secretary, '还没有答复')).toBe(0);
  await grid.until('2026-03-06T12:00:00+08:00');
  await grid.scheduler.run('climb-reports');
  expect(await count(secretary, '应在3月5日（周四）前答复，还没有答复')).toBe(1);
  expect(await count(community, '报事1')).toBe(0);
  expect(await grid.resident(61).says('报事')).toContain('已超期1天');

  await grid.until('2026-03-11T12:00:00+08:00');
  await grid.scheduler.run('climb-reports');
  expect(await count(community, '已列入调度')).toBe(1);
  expect(await grid.resident(20).says('调度议题')).toContain('**超期的报事**\n- 报事1 3号楼2单元 楼道和小区照明');
});

test('handing a report to and fro puts its answer off once, and answering again puts off nothing', async () => {
  const grid = await aNeighbourhood();
  const due = async (): Promise<string> => (await grid.inUnit(unit => unit.reports.byNo(1)))?.dueAt.toISOString() ?? '';
  const hand = async (userid: string): Promise<void> => {
    await grid.inUnit(async unit => {
      const member = await unit.members.view(grid.role('grid_secretary').userid);
      await handReport(unit, { member, report: 1, to: userid });
    });
  };
  const answer = async (): Promise<void> => {
    await grid.inUnit(async unit => {
      const member = await unit.members.view(grid.role('grid_secretary').userid);
      await answerReport(unit, { member, report: 1, text: '在办' });
    });
  };
  await grid.resident(61).says('报事：3号楼2单元楼道灯坏了');
  expect(await due()).toBe('2026-03-05T16:00:00.000Z');

  for (const [day, until] of [
    ['04', '2026-03-09T16:00:00.000Z'],
    ['06', '2026-03-10T16:00:00.000Z'],
    ['09', '2026-03-10T16:00:00.000Z'],
  ] as const) {
    grid.now = new Date(`2026-03-${day}T10:00:00+08:00`);
    await hand(grid.role('building_leader').userid);
    expect(await due(), day).toBe(until);
  }
  grid.now = new Date('2026-03-10T10:00:00+08:00');
  await answer();
  const end = await due();
  grid.now = new Date('2026-03-20T10:00:00+08:00');
  await answer();

  expect(await due()).toBe(end);
});
