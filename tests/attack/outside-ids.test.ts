import { expect, test } from 'vitest';
import { joinIdentities } from '../../src/operations/people/join-identities.js';
import { ownData } from '../../src/publish/people/own-data.js';
import { verify } from '../../src/process/commands/verify.js';
import { Post } from '../../src/store/notice/post.js';
import { Person } from '../../src/store/people/person.js';
import { allThatLeaves } from '../support/all-that-leaves.js';
import { aDesk, atDesk } from '../support/desk.js';
import { type Neighbourhood, type Person as Resident, aNeighbourhood } from '../support/neighbourhood.js';

/** Somebody with personal WeChat who lives where a resident of the sample does, and is known by two doors. */
async function aNeighbour(grid: Neighbourhood, who: number): Promise<Resident> {
  const name = `oZhao${who}`;
  const [kf, page] = [await grid.outsider(name), await grid.outsider(name, 'openid')];
  const home = grid.resident(who).known;
  await kf.says(`我是${home?.building}号楼${home?.unit}单元${home?.room}的赵敏`);
  for (const { userid } of (await grid.inUnit(unit => unit.members.roles())).filter(({ building }) => building)) {
    const asked = (await grid.postsTo(userid)).at(-1) ?? '';
    const [, no] = /确认绑定 (\d{4})/u.exec(asked) ?? [];
    if (no) await grid.resident(userid).says(`确认绑定 ${no}`);
  }
  await grid.store.inUnit(open => joinIdentities(open, { one: kf.userid, other: page.userid, now: grid.now }));
  return kf;
}

test(
  'no id of a door from outside, and no key made up for one, stands in anything that leaves the record',
  { timeout: 240_000 },
  async () => {
    const grid = await aNeighbourhood();
    const neighbours: Resident[] = [];
    for (const who of [20, 41, 60, 80, 100]) neighbours.push(await aNeighbour(grid, who));
    const [zhao, qian, sun, li] = neighbours as [Resident, Resident, Resident, Resident, Resident];
    const heard: string[] = [];
    const say = async (who: Resident, words: string): Promise<void> => {
      heard.push(await who.says(words), JSON.stringify(who.last.card ?? null));
    };
    const [secretary, leader] = [grid.role('grid_secretary'), grid.role('building_leader')];
    const cashier = grid.role('cashier');

    await say(zhao, '提案：3号楼东头装路灯，预算3000元');
    for (const one of [qian, sun, li]) await say(one, '附议1号');
    for (const who of [21, 22, 23]) await say(grid.resident(who), '附议1号');
    for (const words of ['1号定为迫切需求类', '1号责任核查', '6', '1998年建成，已过保修']) await say(secretary, words);
    for (const words of ['1号认筹：每户最多200元', '发布1号方案：装路灯六盏，预算3000元']) await say(secretary, words);
    await say(sun, '1号异议：报价偏高');
    await say(secretary, '答复1号异议1：已请三家报价，取最低的一家');
    await grid.until('2026-03-12T09:00:00+08:00');
    await say(leader, '1号发起表决，3天后截止');
    for (const one of neighbours) await say(one, one === li ? '1号反对，太贵了' : '1号同意');
    for (let who = 0; who < 90; who += 1) await grid.resident(who).says('1号同意');
    await grid.until('2026-03-26T09:00:00+08:00');
    for (const one of [zhao, qian]) await say(one, '1号我出200元');
    await say(sun, '1号我出半天工');
    for (const words of ['我的数据', '待办', '帮助', '我的积分', '加入积分', '报修：楼道灯坏了', '谁是书记'])
      await say(zhao, words);
    for (const words of ['收款', '待对账', '1号谁没交', '1号认筹情况', '1号谁没投', '名单', '待办', '异议'])
      for (const who of [secretary, leader, cashier]) await say(who, words);
    expect(await grid.journal()).toEqual(
      expect.arrayContaining(['member.confirm', 'proposal.open', 'poll.vote', 'pledge.money']),
    );

    const base = await aDesk(grid);
    for (const who of [secretary, leader, cashier, zhao]) {
      const { read } = await atDesk(base, who);
      const home = (await read('/desk')).text;
      const paths = new Set([...home.matchAll(/href="(\/desk[^"]*)"/gu)].map(([, path = '']) => path));
      heard.push(home);
      for (const path of paths) heard.push((await read(path.replaceAll('&amp;', '&'))).text);
    }
    for (const { content } of await grid.store.dataSource.manager.find(Post)) heard.push(JSON.stringify(content));
    heard.push(...(await allThatLeaves(grid)));
    await verify(grid.store, line => heard.push(line));
    for (const { userid } of [zhao, grid.resident(20), secretary])
      heard.push(
        await grid.inUnit(async unit => {
          const row = await unit.members.byUserid(userid);
          return row ? ownData(unit, row, grid.now) : '';
        }),
      );

    const all = heard.join('\n');
    const people = await grid.store.dataSource.manager.find(Person);
    expect(people).toHaveLength(5);
    const ids = people.flatMap(({ userid }) => [userid, userid.slice('wx:'.length)]);
    const named = new RegExp(`.{0,60}(?:${ids.join('|')}|wx:|external-oZhao|openid-oZhao).{0,30}`, 'gu');
    expect(all.match(named) ?? []).toEqual([]);
  },
);
