import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { joinIdentities } from '../../../src/operations/people/join-identities.js';
import { giveRole } from '../../../src/operations/people/set-up-grid.js';
import { verify } from '../../../src/process/commands/verify.js';
import { Ballot } from '../../../src/store/ballot/ballot.js';
import { DoorLink } from '../../../src/store/people/door-link.js';
import { Identity } from '../../../src/store/people/identity.js';
import { Member } from '../../../src/store/people/member.js';
import { aNeighbourhood, type Neighbourhood, type Person } from '../../support/neighbourhood.js';

const corpId = 'wwc0ffee0123456789';

/** A resident of personal WeChat who was bound to the household of the sample's 34th resident by words and the leader's yes. */
async function aBoundOutsider(grid: Neighbourhood, name = 'zhao', household = 33): Promise<Person> {
  const zhao = await grid.outsider(name);
  const home = grid.resident(household).known;
  await zhao.says(`我是${home?.building}号楼${home?.unit}单元${home?.room}的赵敏`);
  const leader = grid.role('building_leader', 1);
  const no = /确认绑定 (\d{4})/.exec((await grid.postsTo(leader.userid)).at(-1) ?? '')?.[1];
  await leader.says(`确认绑定 ${no}`);
  return zhao;
}

const join = (grid: Neighbourhood, one: string, other: string): Promise<string> =>
  grid.store.inUnit(open => joinIdentities(open, { one, other, now: grid.now }));

test('the same id is the same person, another one is another', async () => {
  const grid = await aNeighbourhood();
  const [once, again] = [await grid.outsider('zhao'), await grid.outsider('zhao')];

  expect(again.userid).toBe(once.userid);
  expect((await grid.outsider('zhao', 'openid')).userid).not.toBe(once.userid);
  expect(
    await grid.store.inUnit(open => open.identities.who({ corpId, kind: 'external', value: 'nobody' })),
  ).toBeNull();
});

test('a resident of personal WeChat is bound by words and the leader’s yes; a number stands for them, no id', async () => {
  const grid = await aNeighbourhood();
  const zhao = await aBoundOutsider(grid);
  const told = await grid.postsTo(grid.resident(33).userid);

  expect(await zhao.says('帮助')).not.toContain('还没有绑定');
  expect(told.at(-1)).toMatch(/微信住户（编号\d{4}）经核对绑定到了您家.*不是我家的人 \d{4}/);
  const all = JSON.stringify([await grid.posts(), told, await grid.postsTo(grid.role('building_leader', 1).userid)]);
  expect(all).not.toContain(zhao.userid);
  expect(all).not.toContain('external-zhao');
});

test('the family objects by the number within a day', async () => {
  const grid = await aNeighbourhood();
  const zhao = await aBoundOutsider(grid);
  const family = grid.resident(33);
  const no = /不是我家的人 (\d{4})/.exec((await grid.postsTo(family.userid)).at(-1) ?? '')?.[1];

  expect(await grid.resident(50).says(`不是我家的人 ${no}`)).toContain('没有绑定这个账号');
  expect(await family.says(`不是我家的人 ${no}`)).toContain('已取消');
  expect(await zhao.says('提案：3号楼东头装路灯')).toContain('请先绑定您家');
});

test('nobody from outside holds a role, by whatever way it is given', async () => {
  const grid = await aNeighbourhood();
  const zhao = await aBoundOutsider(grid);
  const role = { userid: zhao.userid, role: 'cashier', building: null, now: grid.now } as const;

  await expect(grid.inUnit(unit => giveRole(unit, role))).rejects.toMatchObject({ code: 'role.membersOnly' });
  await grid.inUnit(async unit => {
    const row = await unit.members.byUserid(zhao.userid);
    await unit.members.keep(Object.assign(row as Member, { teams: 1 }));
    unit.journal.add('team.set', { by: 'operator', at: grid.now });
  });
  expect((await grid.inUnit(unit => unit.members.view(zhao.userid))).roles).toEqual([]);
});

test('two ids proven to be one person: the bond, what waits and one ballot of the household stay', async () => {
  const grid = await aNeighbourhood();
  await grid.role('building_leader').says('发起表决：楼道刷不刷白，周日晚八点截止');
  const [kf, page] = [await aBoundOutsider(grid), await grid.outsider('zhao', 'openid')];
  await kf.says('1号同意');

  expect(await join(grid, page.userid, kf.userid)).toBe(kf.userid);
  expect((await grid.outsider('zhao', 'openid')).userid).toBe(kf.userid);
  await (await grid.outsider('zhao', 'openid')).says('1号反对');

  const ballots = await grid.store.dataSource.manager.find(Ballot);
  expect(ballots.map(({ choice }) => choice)).toContain('disagree');
  expect(new Set(ballots.map(({ householdId }) => householdId)).size).toBe(1);
  const lines: string[] = [];
  expect(await verify(grid.store, line => lines.push(line)), lines.join('\n')).toBe(true);
});

test('a member of the company keeps their account; who came from outside becomes them', async () => {
  const grid = await aNeighbourhood();
  const member = grid.resident(33);
  const zhao = await aBoundOutsider(grid);

  expect(await join(grid, zhao.userid, member.userid)).toBe(member.userid);
  expect((await grid.outsider('zhao')).userid).toBe(member.userid);
  expect(await grid.journal()).toContain('identity.join');
  const lines: string[] = [];
  expect(await verify(grid.store, line => lines.push(line)), lines.join('\n')).toBe(true);
});

test('points of both are one person’s after a join; what both were given for one deed counts once', async () => {
  const grid = await aNeighbourhood();
  const member = grid.resident(33);
  const zhao = await aBoundOutsider(grid);
  const idOf = async (userid: string) => (await grid.inUnit(unit => unit.members.byUserid(userid)))?.id ?? 0;
  const [one, other] = [await idOf(member.userid), await idOf(zhao.userid)];
  await zhao.says('加入积分');
  await grid.inUnit(async unit => {
    const entry = { behaviour: 'vote' as const, at: grid.now };
    await unit.credit.add({ ...entry, memberId: one, points: 1, score: 1, about: 'poll:1' });
    await unit.credit.add({ ...entry, memberId: other, points: 1, score: 1, about: 'poll:1' });
    await unit.credit.add({ ...entry, memberId: other, points: 5, score: 5, about: 'poll:2' });
    unit.journal.add('credit.award', { by: 'operator', at: grid.now });
  });

  await join(grid, zhao.userid, member.userid);

  const balance = async (id: number) =>
    (await grid.inUnit(unit => unit.credit.entries(id))).reduce((sum, { points }) => sum + points, 0);
  expect([await balance(one), await balance(other)]).toEqual([6, 0]);
  expect((await grid.inUnit(unit => unit.members.byUserid(member.userid)))?.creditSince).toEqual(grid.now);
  const lines: string[] = [];
  expect(await verify(grid.store, line => lines.push(line)), lines.join('\n')).toBe(true);
});

test('who is bound to two different homes is not joined, and two accounts of the company never', async () => {
  const grid = await aNeighbourhood();
  const zhao = await aBoundOutsider(grid);

  await expect(join(grid, zhao.userid, 'r050')).rejects.toMatchObject({ code: 'identity.twoHomes' });
  await expect(join(grid, 'r049', 'r050')).rejects.toMatchObject({ code: 'identity.twoHomes' });
  expect((await grid.outsider('zhao')).userid).toBe(zhao.userid);
});

test('删除我的数据 deletes every id and every link of the person', async () => {
  const grid = await aNeighbourhood();
  const zhao = await aBoundOutsider(grid);
  const door = { corpId, kind: 'openid', value: 'o-zhao' } as const;
  const expiresAt = new Date(grid.now.getTime() + 60_000);
  await grid.store.inUnit(async ({ identities }) => {
    await identities.add(zhao.userid, door, { proof: 'link', now: grid.now });
    await identities.offer({
      purpose: 'join',
      userid: zhao.userid,
      gridId: null,
      secret: 's',
      now: grid.now,
      expiresAt,
    });
  });

  await zhao.says('删除我的数据');
  expect(await zhao.says('是')).toContain('已删除');

  const { manager } = grid.store.dataSource;
  expect(await manager.find(Identity)).toEqual([]);
  expect(await manager.find(DoorLink)).toEqual([]);
  expect((await grid.outsider('zhao')).userid).not.toBe(zhao.userid);
});

test('who only looked in and was never bound can have every id deleted as well; an unknown account has nothing', async () => {
  const grid = await aNeighbourhood();
  const zhao = await grid.outsider('zhao');
  await zhao.says('帮助');

  await zhao.says('删除我的数据');
  expect(await zhao.says('是')).toContain('已删除');
  expect(await grid.store.dataSource.manager.find(Identity)).toEqual([]);
  expect((await grid.outsider('zhao')).userid).not.toBe(zhao.userid);
  const stranger = grid.resident('nobody');
  await stranger.says('删除我的数据');
  expect(await stranger.says('是')).not.toContain('已删除');
  const lines: string[] = [];
  expect(await verify(grid.store, line => lines.push(line)), lines.join('\n')).toBe(true);
});

test('a code leads once, until it is over, and for its purpose only', async () => {
  const grid = await aNeighbourhood();
  const expiresAt = new Date(grid.now.getTime() + 15 * 60_000);
  const secret = randomBytes(16).toString('base64url');
  const opened = await grid.store.inUnit(async ({ identities }) => {
    await identities.offer({ purpose: 'join', userid: 'wx:a', gridId: 1, secret, now: grid.now, expiresAt });
    const link = await identities.link(secret, 'join', grid.now);
    return [
      await identities.link(secret, 'login', grid.now),
      await identities.link(secret, 'join', expiresAt),
      link && (await identities.spend(link, grid.now)),
      link && (await identities.spend(link, grid.now)),
      await identities.link(secret, 'join', grid.now),
    ];
  });

  expect(opened).toEqual([null, null, true, false, null]);
});
