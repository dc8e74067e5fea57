import { expect, test } from 'vitest';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';
import { aProject, onDisplay } from '../../support/works.js';

const fresh = { state: 'issue_reported', planText: null, planVersion: 0, budgetFen: null } as const;

const one = playedOnce(async (): Promise<Neighbourhood> => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '更换单元门禁', ...onDisplay });
  await grid.role('building_leader').says('1号发起表决，3月17日20:00截止');
  return grid;
});

const two = playedOnce(async () => {
  const grid = await one();
  await aProject(grid, { title: '楼顶做防水', ...onDisplay });
  await grid.role('building_leader').says('2号发起表决，3月17日20:00截止');
  return grid;
});

const raised = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-03-11T09:00:00+08:00' });
  await aProject(grid, { title: '东门装减速带', ...fresh });
  await aProject(grid, { title: '建充电棚', ...fresh });
  return grid;
});

async function said(grid: Neighbourhood, words: string): Promise<string[]> {
  const before = await grid.journal();
  const voter = grid.resident('r083');
  await voter.says(words, { chat: 'single' });
  if (voter.last.answers) await voter.says('是', { chat: 'single' });
  return (await grid.journal()).slice(before.length);
}

async function ballot(grid: Neighbourhood, no: number): Promise<string | undefined> {
  return grid.inUnit(async unit => {
    const { householdId } = await unit.members.view('r083');
    const poll = await unit.polls.byNo(no);
    return poll ? (await unit.polls.ballotOf(poll.id, householdId ?? 0))?.choice : undefined;
  });
}

test.each([
  ['换门禁我坚决不干', 'disagree'],
  ['门禁绝对不行', 'disagree'],
  ['装门禁我家肯定同意', 'agree'],
  ['我家弃了，谁爱换谁换', 'abstain'],
  ['我弃权，随你们', 'abstain'],
  ['门禁我家弃权了', 'abstain'],
])('of the only vote “%s” is %s', async (words, choice) => {
  const grid = await one();
  expect(await said(grid, words)).toEqual(['poll.vote']);
  expect(await ballot(grid, 1)).toBe(choice);
});

test.each(['两个我都同意', '这俩我家都同意', '我都同意'])('“%s” votes on each of two', async words => {
  const grid = await two();
  expect(await said(grid, words)).toEqual(['poll.vote', 'poll.vote']);
  expect([await ballot(grid, 1), await ballot(grid, 2)]).toEqual(['agree', 'agree']);
});

test.each(['那俩我都支持', '两个都附议', '这两件我家都支持'])('“%s” seconds each of two', async words => {
  expect(await said(await raised(), words)).toEqual(['proposal.support', 'proposal.support']);
});

test.each(['三个我都同意', '大家都同意', '都同意了吗', '他们俩都支持', '两个都同意才行', '那俩娃我都喜欢'])(
  '“%s” is no vote on each of two',
  async words => {
    const grid = await two();
    await grid.resident('r083').says(words, { chat: 'single' });
    expect([await ballot(grid, 1), await ballot(grid, 2)]).toEqual([undefined, undefined]);
  },
);

test('减速带也支持 beside a vote is a second of what is raised', async () => {
  const grid = await one();
  await aProject(grid, { title: '加装楼道扶手', state: 'pledging', budgetFen: 900_000 });
  await aProject(grid, { title: '小区东门口装减速带', ...fresh });
  const deeds = await said(grid, '俺俩商量了，门禁我们同意，扶手出200，减速带也支持');
  expect(deeds).toEqual(['poll.vote', 'pledge.money', 'proposal.support']);
});
