import { expect, test } from 'vitest';
import type { RosterLine } from '../../../src/domain/people/roster-plan.js';
import { importRoster } from '../../../src/operations/people/import-roster.js';
import type { Household } from '../../../src/store/people/household.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../../support/neighbourhood.js';

const aPoll = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await grid.role('building_leader').says('发起投票：楼道刷什么颜色，选项白色、米黄，3天后截止');
  return grid;
});

async function homeOf(grid: Neighbourhood, who: number): Promise<Household> {
  const home = await grid.inUnit(async unit => (await unit.members.view(grid.resident(who).userid)).household);
  if (!home) throw new Error('nobody lives there');
  return home;
}

async function imports(grid: Neighbourhood, home: Household, changes: Partial<RosterLine>): Promise<void> {
  await grid.inUnit(unit => importRoster(unit, [{ ...home, ...changes }]));
}

async function votes(grid: Neighbourhood): Promise<string> {
  return grid.resident(90).says('1号投票情况');
}

test('a leader unbinds who has moved away: both are told, the vote is taken back, and who lives there votes anew', async () => {
  const grid = await aPoll();
  const leader = grid.role('building_leader');
  const gone = grid.resident(20);
  await gone.says('白色');
  expect(await votes(grid)).toContain('已有1户');

  expect(await leader.says(`解绑 ${gone.userid}：房子卖了`)).toContain('绑定已解除');

  expect(await votes(grid)).toContain('已有0户');
  expect((await grid.postsTo(gone.userid)).at(-1)).toMatch(/绑定已经解除，原因：房子卖了。在1号投的票不再算/u);
  expect(await gone.says('白色')).not.toContain('投了');
});

test('nobody unbinds without a reason, and no resident anybody else', async () => {
  const grid = await aPoll();
  const other = grid.resident(20);

  expect(await grid.role('building_leader').says(`解绑 ${other.userid}：不知道`)).toContain('没有写出来');
  expect(await grid.resident(90).says(`解绑 ${other.userid}：他不是业主`)).toMatch(/楼长|书记/u);
  expect(await other.says('白色')).toContain('投了');
});

test('who moves away says so, and is a guest from then on', async () => {
  const grid = await aPoll();
  const gone = grid.resident(20);
  await gone.says('白色');

  const answer = await gone.says('解除我的绑定');
  expect(answer.includes('回复“是”') ? await gone.says('是') : answer).toContain('绑定已解除');
  expect(await votes(grid)).toContain('已有0户');
});

test('a roster that changes the owner in the middle of a poll ends the old owner’s say, and the new one votes', async () => {
  const grid = await aPoll();
  const old = grid.resident(20);
  await old.says('白色');
  await imports(grid, await homeOf(grid, 20), { owners: ['赵新买'], userids: ['zhao.xinmai'] });

  expect(await votes(grid)).toContain('已有0户');
  expect(await old.says('米黄')).not.toContain('投了');
  expect(await grid.resident('zhao.xinmai').says('米黄')).toContain('投了米黄');
  expect(await votes(grid)).toContain('已有1户');
});

test('one account for two flats is asked which, and may vote for both', async () => {
  const grid = await aPoll();
  const owner = grid.resident(20);
  await imports(grid, await homeOf(grid, 30), { owners: [owner.name], userids: [owner.userid] });

  expect(await owner.says('白色')).toMatch(/1号这一票投给您的哪一套？\n1 \S+＊＊\n2 \S+＊＊/u);
  expect(await owner.says('2')).toContain('1号您家投了白色');
  expect(await votes(grid)).toContain('已有1户');
  await owner.says('白色');
  expect(await owner.says('都')).toContain('1号您2套');
  expect(await votes(grid)).toContain('已有2户');
});
