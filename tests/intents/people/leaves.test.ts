import { expect, test } from 'vitest';
import type { RosterLine } from '../../../src/domain/people/roster-plan.js';
import { placeWords } from '../../../src/domain/masking.js';
import { isOwn } from '../../../src/operations/credit/award-points.js';
import { importRoster } from '../../../src/operations/people/import-roster.js';
import { undoRoster } from '../../../src/operations/people/undo-roster.js';
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

const privately = { chat: 'single' } as const;

/** Somebody says that a home is theirs, and a secretary confirms it. */
async function isConfirmed(grid: Neighbourhood, userid: string, home: Household, name?: string): Promise<void> {
  const who = grid.resident(userid);
  await who.says(`我是${placeWords(home)}${name === undefined ? '的' : `的${name}`}`, privately);
  expect(await grid.role('grid_secretary').says(`确认绑定 ${userid}`, privately)).toContain('已确认绑定');
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

test.each([
  { name: '孙小宝', changes: { owners: ['赵新买'], userids: ['zhao.xinmai'] }, stays: false },
  { name: '孙小宝', changes: { owners: ['赵新买', '孙小宝'], userids: [] }, stays: true },
  { name: '孙小宝', changes: { owners: ['赵新买'], userids: ['son'] }, stays: true },
  { name: '孙小宝', changes: { owners: ['赵新买'], userids: [], tenants: ['孙小宝'] }, stays: true },
])(
  'who was bound by a secretary’s word when the flat was sold to $changes.owners: stays $stays',
  async ({ name, changes, stays }) => {
    const grid = await aPoll();
    const home = await homeOf(grid, 20);
    await isConfirmed(grid, 'son', home, name);
    await grid.resident('son').says('白色');
    await imports(grid, home, changes);

    expect(await votes(grid)).toContain(stays ? '已有1户' : '已有0户');
    expect(await grid.resident('son').says('米黄')).toEqual(
      stays ? expect.stringContaining('投了') : expect.not.stringContaining('投了'),
    );
    if (!stays) expect((await grid.postsTo('son')).at(-1)).toContain('绑定已解除');
  },
);

test('what the old owner signed or gave to somebody else to say ends with the sale, and no earlier vote comes back', async () => {
  const grid = await aPoll();
  const home = await homeOf(grid, 20);
  await grid.resident(20).says('白色');
  await grid.inUnit(async unit => {
    const poll = await unit.polls.byNo(1);
    const helper = await unit.members.view(grid.role('grid_worker').userid);
    if (!poll) throw new Error('there is no poll');
    const of = { gridId: unit.grid.id, pollId: poll.id, householdId: home.id };
    const entered = { photo: 'f'.repeat(64), enteredById: helper.id, enteredAt: grid.now, state: 'checked' as const };
    const { id: paperId } = await unit.papers.keepBallot({ ...of, ...entered, choice: '米黄' });
    await unit.papers.keepMandate({ ...of, ...entered, kind: 'proxy', memberId: helper.id });
    const { pollId, householdId } = of;
    const cast = { pollId, householdId, memberId: helper.id, choice: '米黄', castAt: grid.now };
    await unit.polls.cast({ ...cast, channel: 'paper', paperId });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  expect(await votes(grid)).toContain('已有1户');
  await imports(grid, home, { owners: ['赵新买'], userids: ['zhao.xinmai'] });

  expect(await votes(grid)).toContain('已有0户');
  expect(await grid.inUnit(async unit => (await unit.papers.mandates(1)).map(({ state }) => state))).toEqual([
    'withdrawn',
  ]);
  expect(await grid.resident('zhao.xinmai').says('米黄')).toContain('投了米黄');
});

test('a roster that only adds an owner, or a telephone, ends nobody’s say', async () => {
  const grid = await aPoll();
  const home = await homeOf(grid, 20);
  await isConfirmed(grid, 'son', home, '孙小宝');
  await grid.resident('son').says('白色');
  await imports(grid, home, { owners: [...home.owners, '赵新买'], phone: '13800000000' });

  expect(await votes(grid)).toContain('已有1户');
});

test('a second flat that a secretary confirmed is voted for beside the first, and only its vote ends when it is sold', async () => {
  const grid = await aPoll();
  const owner = grid.resident(20);
  const second = await homeOf(grid, 30);
  await owner.says('白色');
  expect(await owner.says(`我是${placeWords(second)}的${owner.name}`, privately)).toContain('确认后这两户都由您投票');
  expect(await owner.says('白色')).toContain('投了白色');
  expect(await grid.role('grid_secretary').says(`确认绑定 ${owner.userid}`, privately)).toContain('已确认绑定');

  expect(await owner.says('白色')).toContain('1号这一票投给您的哪一套');
  expect(await owner.says('都')).toContain('1号您2套');
  expect(await votes(grid)).toContain('已有2户');
  await imports(grid, second, { owners: ['赵新买'], userids: [] });
  expect(await votes(grid)).toContain('已有1户');
  expect(await owner.says('米黄')).toContain('投了米黄');
});

test('who turns to the second flat keeps the first, and a leader unbinds the home of the own building only', async () => {
  const grid = await aPoll();
  const owner = grid.resident(20);
  const [first, second] = [await homeOf(grid, 20), await homeOf(grid, 90)];
  await isConfirmed(grid, owner.userid, second, owner.name);
  expect(await owner.says(`我是${placeWords(second)}的${owner.name}`, privately)).toContain('绑定成功');

  await owner.says('白色');
  await owner.says('都');
  expect(await votes(grid)).toContain('已有2户');
  const leader = grid.role('building_leader', Number(first.building) - 1);
  expect(await leader.says(`解绑 ${owner.userid}：房子卖了`, privately)).toContain(
    `绑定已解除（${placeWords(first)}）`,
  );
  expect(await votes(grid)).toContain('已有1户');
  const { household, others } = await grid.inUnit(unit => unit.members.view(owner.userid));
  expect([household?.id, others]).toEqual([second.id, []]);
});

test('who is unbound by a secretary, or says so of oneself, has no vote left at any flat', async () => {
  const grid = await aPoll();
  const owner = grid.resident(20);
  await isConfirmed(grid, owner.userid, await homeOf(grid, 30), owner.name);
  await owner.says('白色');
  await owner.says('都');

  const secretary = grid.role('grid_secretary');
  const asked = await secretary.says(`解绑 ${owner.userid}：都卖了`, privately);
  for (const who of [20, 30]) expect(asked).toContain(placeWords(await homeOf(grid, who)));
  expect(await votes(grid)).toContain('已有2户');
  expect(await secretary.says('是', privately)).toContain('绑定已解除');
  expect(await votes(grid)).toContain('已有0户');
});

test('whom the household disowns within a day has not voted for it', async () => {
  const grid = await aPoll();
  const family = grid.resident(20);
  await isConfirmed(grid, 'son', await homeOf(grid, 20), '孙小宝');
  await grid.resident('son').says('白色');

  expect(await family.says('不是我家的人 son', privately)).toContain('已取消');
  expect(await votes(grid)).toContain('已有0户');
});

test('a roster that is undone takes the vote of whom it had bound with it', async () => {
  const grid = await aPoll();
  const home = await homeOf(grid, 20);
  await imports(grid, home, { owners: ['赵新买'], userids: ['zhao.xinmai'] });
  await grid.resident('zhao.xinmai').says('米黄');
  await grid.inUnit(unit => undoRoster(unit, {}));

  expect(await votes(grid)).toContain('已有0户');
  expect(await grid.resident(20).says('白色')).toContain('投了白色');
});

test('nobody confirms somebody at a second home of one’s own', async () => {
  const grid = await aPoll();
  const leader = grid.role('building_leader');
  const home = await homeOf(grid, 20);
  await isConfirmed(grid, leader.userid, home, leader.name);
  await grid.resident('son').says(`我是${placeWords(home)}的孙小宝`, privately);

  expect(await leader.says('确认绑定 son', privately)).toMatch(/自己/u);
  expect(await grid.inUnit(async unit => (await unit.members.view('son')).household)).toBeNull();
});

test.each([{ alone: true }, { alone: false }])(
  'an account that a roster added to a line whose owner stays goes with the undoing, bound by it alone: $alone',
  async ({ alone }) => {
    const grid = await aPoll();
    const home = await homeOf(grid, 20);
    const { userid } = alone ? { userid: 'wrong.account' } : grid.resident(30);
    await imports(grid, home, { userids: [...home.userids, userid] });
    const speak = async (): Promise<string[]> =>
      grid.inUnit(async unit => (await unit.members.boundTo([home.id])).map(one => one.userid));
    expect(await speak()).toContain(userid);

    expect(await grid.inUnit(unit => undoRoster(unit, {}))).toMatchObject({ unbound: 1 });
    expect(await speak()).not.toContain(userid);
    expect(await grid.inUnit(async unit => (await unit.members.view(userid)).household?.id ?? null)).toBe(
      alone ? null : (await homeOf(grid, 30)).id,
    );
    expect(await grid.resident(20).says('白色')).toContain('投了白色');
  },
);

test('a second home by a leader’s word stays when the roster that added the first one is undone', async () => {
  const grid = await aPoll();
  const second = await homeOf(grid, 30);
  await imports(grid, await homeOf(grid, 20), {
    building: 'A',
    room: '商铺3',
    owners: ['赵新买'],
    userids: ['zhao.xinmai'],
  });
  await isConfirmed(grid, 'zhao.xinmai', second, '赵新买');
  await grid.inUnit(unit => undoRoster(unit, {}));

  expect((await grid.inUnit(unit => unit.members.view('zhao.xinmai'))).household?.id).toBe(second.id);
});

test('who acts for another home still hears of the first, and says that its paper is not theirs', async () => {
  const grid = await aPoll();
  const owner = grid.resident(20);
  const [first, second] = [await homeOf(grid, 20), await homeOf(grid, 30)];
  await isConfirmed(grid, owner.userid, second, owner.name);
  await owner.says(`我是${placeWords(second)}的${owner.name}`, privately);
  expect((await homeOf(grid, 20)).id).toBe(second.id);
  expect(await grid.inUnit(async unit => (await unit.members.boundTo([first.id])).map(one => one.userid))).toContain(
    owner.userid,
  );
  // Nor does turning make somebody a stranger at home, who may award points there.
  const areOwn = await grid.inUnit(async unit => {
    const turned = await unit.members.view(owner.userid);
    const neighbour = await unit.members.byUserid(grid.resident(90).userid);
    if (!neighbour) throw new Error('a resident of the sample');
    const housemate = await unit.members.keep(Object.assign(neighbour, { householdId: first.id }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
    return [await isOwn(unit, turned, housemate), await isOwn(unit, housemate, turned)];
  });
  expect(areOwn).toEqual([true, true]);

  const leader = grid.role('building_leader', Number(first.building) - 1);
  await leader.sends('sheet a');
  await leader.says(`1号纸票：${placeWords(first)} 米黄`, privately);
  await grid.role('grid_worker').says('核对纸票1一致', privately);
  expect((await grid.postsTo(owner.userid)).join()).toContain('1号表决的纸票已登记');
  await owner.says('1号纸票有误', privately);
  await owner.says('是', privately);
  expect(await votes(grid)).toContain('已有0户');
});
