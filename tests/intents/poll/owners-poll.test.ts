import { expect, test } from 'vitest';
import { standingOf } from '../../../src/operations/next-steps.js';
import { rosterBoard } from '../../../src/publish/ballot/roster-board.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, theProject } from '../../support/works.js';

const published = new Date('2026-03-02T15:30:00+08:00');

/** A published plan, at the first moment at which owners may vote on it. */
async function aPlan(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-18T00:00:00+08:00' });
  await aProject(grid, { state: 'plan_published', title: '加装电梯', planPublishedAt: published });
  return grid;
}

test('fifteen full days lie between the plan and the vote, and the vote runs three days at least', async () => {
  const grid = await aPlan();
  const leader = grid.role('building_leader');
  grid.now = new Date('2026-03-17T23:59:00+08:00');
  expect(await leader.says('1号发起业主表决，10天后截止')).toContain('最早3月18日（周三）00:00');

  grid.now = new Date('2026-03-18T00:00:00+08:00');
  expect(await leader.says('1号发起业主表决，明晚八点截止')).toContain('至少要开3天');
  expect(await leader.says('1号发起业主表决，10天后截止')).toContain('业主118人，人数和面积各算一遍');
  expect(leader.last.card?.text).toContain('三分之二以上');
});

test('owners’ votes are for published plans only', async () => {
  const grid = await aNeighbourhood();

  expect(await grid.role('building_leader').says('发起业主表决：要不要养狗，10天后截止')).toContain('先有公示过的方案');
});

test('the count is by head and by area, and the result says both', async () => {
  const grid = await aPlan();
  await grid.role('building_leader').says('1号发起业主重大事项表决，10天后截止');
  for (let index = 0; index < 79; index += 1) await grid.resident(index).says('1号同意');
  const status = await grid.resident(100).says('1号投票情况');
  expect(status).toContain('已有79人投票');
  expect(status).toMatch(/参加的已经够数|要够数还差/u);

  for (let index = 79; index < 110; index += 1) await grid.resident(index).says('1号反对');
  await grid.until('2026-03-29T10:00:00+08:00');
  const result = (await grid.posts()).findLast(text => text.includes('结果公告')) ?? '';
  expect(result).toMatch(/参与：110\/118人（93\.22%），面积[\d.]+㎡\/[\d.]+㎡（\d+\.\d\d%），达到三分之二/u);
  // 79 of 110 agree: 71.81 %, and a major matter needs three quarters.
  expect(result).toContain('79/110人（71.81%）');
  expect(result).toContain('未通过');
  expect((await theProject(grid, 1)).state).toBe('not_approved');
});

test('one owner with two flats is one head, has both areas and one choice', async () => {
  const grid = await aPlan();
  await grid.inUnit(async unit => {
    const [first, second] = await unit.members.households();
    if (first && second)
      await unit.members.keepHousehold(Object.assign(second, { userids: first.userids, owners: first.owners }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');

  expect(await grid.resident(0).says('1号同意', { chat: 'single' })).toContain('投了同意');
  expect(await grid.resident(40).says('1号还差多少')).toContain('已有1人投票。要够数还差77人');
  // Who lives in the second flat is a tenant now.
  expect(await grid.resident(1).says('1号反对')).toContain('不是名册上的业主');
});

test('who is not on the roster of the day cannot vote', async () => {
  const grid = await aPlan();
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  await grid.inUnit(async unit => {
    const poll = await unit.polls.byNo(1);
    if (poll) await unit.polls.keep(Object.assign(poll, { electorate: (poll.electorate ?? []).slice(1) }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  expect(await grid.resident(0).says('1号同意')).toContain('不在开票时的业主名册里');
});

test('我的票 tells the voter, and only the voter, how the ballot was recorded', async () => {
  const grid = await aPlan();
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  await grid.resident(40).says('1号反对');

  expect(await grid.resident(40).says('我的票')).not.toContain('反对');
  expect(await grid.resident(40).says('我的票', { chat: 'single' })).toMatch(
    /反对，3月18日（周三）00:00记下，回执码[2-9A-Z]{4}-[2-9A-Z]{4}，截止前可以改/u,
  );
  expect(await grid.resident(41).says('我的票', { chat: 'single' })).toContain('还没投');
});

test('an owners’ vote is not ended early while somebody may still vote', async () => {
  const grid = await aPlan();
  const leader = grid.role('building_leader');
  await leader.says('1号发起业主表决，10天后截止');

  expect(await leader.says('结束1号表决')).toContain('不能提前结束；3月28日（周六）23:59自动截止');
});

test('a vote in which nobody could take part is not opened', async () => {
  const grid = await aPlan();
  await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    if (project) await unit.projects.keep(Object.assign(project, { scope: [{ building: '9' }] }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  for (const said of ['1号发起业主表决，10天后截止', '1号发起表决，10天后截止'])
    expect(await grid.role('building_leader').says(said)).toContain('一户也没有');
});

test('an extension is offered while the quorum lacks, by the count of the vote itself, and who took a vote back is offered it again', async () => {
  const grid = await aPlan();
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  for (let index = 0; index < 70; index += 1) await grid.resident(index).says('1号同意');
  const standing = async () => {
    const project = await theProject(grid, 1);
    return (await grid.inUnit(unit => standingOf(unit, project, grid.now))).poll;
  };
  const own = (await grid.inUnit(unit => unit.members.view(grid.resident(3).userid))).householdId;
  expect((await standing())?.mayExtend).toBe(true);
  expect((await standing())?.silent).not.toContain(own);

  await grid.resident(3).says('撤回1号投票');
  expect((await standing())?.silent).toContain(own);
  for (let index = 0; index < 90; index += 1) await grid.resident(index).says('1号同意');

  expect((await standing())?.mayExtend).toBe(false);
});

test('the result promises a round only where residents are asked for money', async () => {
  const grid = await aPlan();
  await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    if (project) await unit.projects.keep(Object.assign(project, { budgetFen: 0, planFacts: null }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  for (let index = 0; index < 90; index += 1) await grid.resident(index).says('1号同意');

  await grid.until('2026-03-29T10:00:00+08:00');

  const result = (await grid.posts()).findLast(text => text.includes('结果公告')) ?? '';
  expect(result).toContain('复核期满没有异议，决定生效。');
  expect(result).not.toContain('认筹');
});

test('a plan that is put anew shows the roster as it stands, for the whole of its second notice', async () => {
  const grid = await aPlan();
  await grid.role('building_leader').says('1号发起业主表决，10天后截止');
  await grid.until('2026-03-29T10:00:00+08:00');
  await grid.until('2026-04-20T10:00:00+08:00');
  await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    const changes = { state: 'plan_published', track: 'owners_ordinary', planPublishedAt: grid.now } as const;
    if (project) await unit.projects.keep(Object.assign(project, changes));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });

  const page = await grid.inUnit(unit => rosterBoard(unit, { no: 1, page: 1, now: grid.now }));

  expect(page).toContain('名册在开票时锁定');
});
