import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { expect, onTestFinished, test } from 'vitest';
import { exportPoll } from '../../src/commands/export-poll.js';
import { boardRoutes } from '../../src/board.js';
import { Household } from '../../src/store/entities/household.js';
import { sample, sampleResidents } from '../../src/trial/sample-grid.js';
import { aNeighbourhood, type Neighbourhood } from '../support/neighbourhood.js';
import { reconciles, spends } from '../support/works.js';

const residents = sampleResidents();
const phone = '13987654321';

/** Twenty households take a project from the first word to the final accounts, with a no and its reason, and every channel used. */
async function theStory(): Promise<Neighbourhood> {
  const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
  const secretary = grid.role('grid_secretary');
  const leader = grid.role('building_leader');
  const cashier = grid.role('cashier');
  await grid.inUnit(async unit => {
    const [home] = await unit.members.households();
    if (home) await unit.rows.keep(Household, Object.assign(home, { phone }));
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  await grid.resident(20).says('提案：3号楼东头装路灯，预算3000元');
  for (const who of [21, 22, 23, 24]) await grid.resident(who).says('附议1号');
  await secretary.says('1号定为迫切需求类');
  for (const said of ['1号责任核查', '6', '1998年建成，已过保修']) await secretary.says(said);
  await secretary.says('1号工期：挖沟4月20日，立杆4月25日');
  await secretary.says('发布1号方案：装路灯六盏，预算3000元');
  await leader.sends('东门公示栏');
  await leader.says('第1号公示已张贴，东门', { chat: 'single' });
  await grid.resident(30).says('1号异议：报价偏高');
  await secretary.says('答复1号异议1：已请三家报价，取最低的一家');
  await grid.until('2026-03-12T09:00:00+08:00');
  await leader.says('1号发起表决，3天后截止');
  for (let who = 0; who < 118; who += 1) await grid.resident(who).says(who === 60 ? '1号反对，太贵了' : '1号同意');
  await grid.until('2026-03-26T09:00:00+08:00');
  for (let who = 0; who < 20; who += 1) {
    await grid.resident(who).says('1号我出200元');
    const { building = 0, unit = 0, room = '' } = residents[who] ?? {};
    await cashier.says(`1号收到${building}号楼${unit}单元${room} 200元`);
  }
  await reconciles(grid, 1);
  await grid.until('2026-04-07T09:30:00+08:00');
  await secretary.says('1号进度：基础已挖好，完成50%');
  await grid.role('supervisor').says('1号巡查：材料堆放整齐');
  await grid.until('2026-04-07T18:30:00+08:00');
  await spends(grid, 1, '860元', '灯杆');
  await grid.until('2026-04-09T09:30:00+08:00');
  await secretary.says('1号进度：全部装好，完成100%');
  for (const who of [0, 1, 2, 3, 4]) await grid.role('supervisor', who % 3).says('1号验收合格');
  for (let who = 40; who < 46; who += 1) await grid.resident(who).says('给1号打5分');
  await grid.until('2026-04-14T10:00:00+08:00');
  return grid;
}

/** What may stand nowhere in public: full names, addresses down to the room, phone numbers, accounts. */
function secretsIn(text: string): string[] {
  const names = residents.map(({ name }) => name);
  const rooms = residents.map(({ building, unit, room }) => `${building}号楼${unit}单元${room}`);
  const shorts = residents.map(({ building, unit, room }) => `${building}-${unit}-${room}`);
  const userids = residents.map(({ userid }) => userid).filter(userid => new RegExp(`\\b${userid}\\b`).test(text));
  return [...names, ...rooms, ...shorts, phone, '太贵了'].filter(secret => text.includes(secret)).concat(userids);
}

/** Every page that can be reached from the grid's page by links, with the words of each. */
async function crawl(grid: Neighbourhood): Promise<Map<string, string>> {
  let ms = 0;
  const app = new Koa();
  const boardUrl = (code: string, no?: number): string => `http://board/${code}/${no ?? ''}`;
  // A crawler that takes its time: a minute passes between two pages.
  const clockMs = (): number => (ms += 60_000);
  app.use(boardRoutes({ store: grid.store, now: () => grid.now, boardUrl, clockMs }).routes());
  const server = app.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  onTestFinished(() => new Promise<void>(resolve => server.close(() => resolve())));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const seen = new Map<string, string>();
  const ahead = [`/board/${sample.code}`];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (seen.has(path)) continue;
    const response = await fetch(base + path);
    expect(response.status, path).toBe(200);
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    seen.set(path, text);
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    for (const [, href = ''] of text.matchAll(/href="([^"#]*)[^"]*"/g))
      if (href !== '') ahead.push(new URL(href.replaceAll('&amp;', '&'), base + path).href.slice(base.length));
  }
  return seen;
}

test(
  'no page, post or export of a whole project holds a full name, a room, a phone number or a voter’s choice',
  { timeout: 120_000 },
  async () => {
    const grid = await theStory();

    const pages = await crawl(grid);
    const posts = await grid.posts();
    const sheet = await grid.inUnit(unit => exportPoll(unit, 1, () => 0.5));

    // The story went all the way, and the search finds what it looks for.
    for (const words of ['结果公告', '资金公示', '进度公示', '决算公示']) expect(posts.join('\n')).toContain(words);
    expect(secretsIn(`${residents[60]?.name} 1-1-101 r061 ${phone}`).length).toBeGreaterThanOrEqual(3);
    expect(pages.size).toBeGreaterThan(10);
    expect([...pages.keys()].some(path => path.endsWith('.pdf'))).toBe(true);
    for (const [path, text] of pages) expect(secretsIn(text), path).toEqual([]);
    expect(posts.length).toBeGreaterThan(10);
    for (const post of posts) expect(secretsIn(post), post).toEqual([]);
    expect(secretsIn(JSON.stringify(sheet))).toEqual([]);
  },
);
