import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { aDesk, atDesk, forms, words } from '../support/desk.js';
import { homeOf, mattersOfAllKinds } from '../support/desk-story.js';
import type { Neighbourhood, Person } from '../support/neighbourhood.js';

async function listOf(grid: Neighbourhood, who: Person, name: string): Promise<string> {
  const base = await aDesk(grid);
  const { status, text } = await (await atDesk(base, who)).read(`/desk/lists/${name}`);
  expect(status).toBe(200);
  return text;
}

test('the cashier sees what each household promised, paid and owes nobody, with the form that records it', async () => {
  const grid = await mattersOfAllKinds();
  const text = await listOf(grid, grid.role('cashier'), 'cashier');

  const collecting = words(text, '5号 粉刷楼道', '</section>');
  expect(collecting).toContain('3户认捐600元，已交400元，还没交200元');
  expect(collecting).toMatch(new RegExp(`${homeOf(22)} 认捐 200元 已交 0元 还没交 200元 记收款`, 'u'));
  expect(collecting).toMatch(new RegExp(`${homeOf(20)} 认捐 200元 已交 200元 还没交 0元`, 'u'));
  // While the round is on nobody is asked to pay.
  expect(words(text, '4号 补种桂花树', '</section>')).toContain('还在认筹，先不收钱');
  expect(words(text, '4号 补种桂花树', '</section>')).not.toContain('记收款');
  expect(forms(text)).toEqual([`/desk/do/funds.receive?no=5&payer=${homeOf(22)}&amount=200`]);
});

test('the bookkeeper sees what waits to be found on the bank’s list, with the sum that reconciles it', async () => {
  const grid = await mattersOfAllKinds();
  const text = await listOf(grid, grid.role('bookkeeper'), 'bookkeeper');

  expect(words(text)).toContain('5号 粉刷楼道 等对账 2笔，共400元');
  expect(forms(text)).toContain('/desk/do/funds.reconcile?no=5&amount=400');
  expect(forms(text)).toContain('/desk/do/funds.reverse?voucher=6');
});

test('the secretary sees objections with the days left, and the notices that are owed', async () => {
  const grid = await mattersOfAllKinds();
  const text = await listOf(grid, grid.role('grid_secretary'), 'secretary');

  expect(words(text, '等答复的异议', '</section>')).toContain('报价偏高，请再比一家 期限 3月5日（周四），还有3天 答复');
  expect(forms(text)).toContain('/desk/do/objection.answer?no=2&objection=1');
  expect(words(text, '该公示的', '</section>')).toMatch(/6号 装路灯.*进度公示/u);

  await grid.until('2026-03-06T00:00:00+08:00');
  expect(words(await listOf(grid, grid.role('grid_secretary'), 'secretary'))).toContain('3月5日（周四），已过期');
});

test('a leader sees who of the own building has not voted, and nothing of what anybody chose', async () => {
  const grid = await mattersOfAllKinds();
  const leader = grid.role('building_leader');
  const text = await listOf(grid, leader, 'building');

  const own = sampleResidents().filter(({ building }) => building === leader.known?.roles[0]?.building);
  const shown = words(text, '3号表决', '</section>');
  for (const [index, { userid, building, unit, room }] of sampleResidents().entries()) {
    const hasVoted = index >= 20 && index < 30;
    const isListed = own.some(one => one.userid === userid) && !hasVoted;
    expect(new RegExp(`${building}号楼${unit}单元${room}(?!\\d)`, 'u').test(shown), userid).toBe(isListed);
  }
  expect(words(text, '<table', '</table>')).not.toMatch(/同意|反对|弃权/u);
  expect(forms(text)).toContain(`/desk/do/paper.enter?no=3&place=${homeOf(0)}`);
});

test('the list of a building is the same in two worlds that differ in what was chosen', async () => {
  const pages: string[] = [];
  for (const choice of ['同意', '反对']) {
    const grid = await mattersOfAllKinds();
    await grid.resident(5).says(`3号${choice}`);
    pages.push(words(await listOf(grid, grid.role('building_leader'), 'building')));
  }
  expect(pages[0]).toBe(pages[1]);
});

test('a ballot that has reached a home is said to have, and is not recorded again', async () => {
  const grid = await mattersOfAllKinds();
  const leader = grid.role('building_leader');
  expect(await leader.says(`3号送达：${homeOf(3)} 当面`)).toContain('送达已记');

  const text = await listOf(grid, leader, 'building');
  expect(words(text)).toContain(`${homeOf(3)} 表决票 已送达（当面） 录纸票`);
  expect(forms(text)).not.toContain(`/desk/do/poll.deliver?no=3&place=${homeOf(3)}`);
  expect(forms(text)).toContain(`/desk/do/poll.deliver?no=3&place=${homeOf(4)}`);
});

test('a supervisor sees the round of today and what is not mended', async () => {
  const grid = await mattersOfAllKinds();
  const supervisor = grid.role('supervisor');
  expect(words(await listOf(grid, supervisor, 'supervisor'))).toContain(
    '6号 装路灯 进度 施工中，完成40% 上次巡查 还没有 今天 还没看',
  );

  await supervisor.says('6号巡查：材料堆放整齐');
  await supervisor.says('6号限期整改：灯杆歪了，3月10日前');
  const text = await listOf(grid, supervisor, 'supervisor');
  expect(words(text)).toContain('今天 看过了');
  expect(words(text)).toMatch(/整改1 项目 6号 装路灯 内容 .*灯杆歪了.* 期限 3月10日（周二） 到哪一步 等整改/u);
});

test('each list is a workbook, across an A4 sheet and one page wide, with the same rows', async () => {
  const grid = await mattersOfAllKinds();
  const base = await aDesk(grid);
  const { cookie } = await atDesk(base, grid.role('cashier'));
  const answer = await fetch(`${base}/desk/lists/cashier.xlsx`, { headers: { cookie } });
  const bytes = Buffer.from(await answer.arrayBuffer());

  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="cashier.xlsx"');
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
  expect(sheet).toContain('orientation="landscape"');
  expect(sheet).toContain('fitToWidth="1"');
  expect(await readSheet(bytes, 3)).toEqual([
    ['5号 粉刷楼道', null, null, null],
    ['住户', '认捐', '已交', '还没交'],
    [homeOf(22), 200, 0, 200],
    [homeOf(20), 200, 200, 0],
    [homeOf(21), 200, 200, 0],
  ]);
});

test('each list is CSV too, with the mark of UTF-8 and its tables one below the other', async () => {
  const grid = await mattersOfAllKinds();
  const base = await aDesk(grid);
  const { cookie, read } = await atDesk(base, grid.role('cashier'));
  const answer = await fetch(`${base}/desk/lists/cashier.csv`, { headers: { cookie } });
  const text = Buffer.from(await answer.arrayBuffer()).toString();

  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="cashier.csv"');
  expect(answer.headers.get('content-type')).toMatch(/^text\/csv/u);
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text).toContain(
    `\r\n\r\n5号 粉刷楼道\r\n住户,认捐,已交,还没交\r\n${homeOf(22)},200.00,0.00,200.00\r\n${homeOf(20)},200.00,200.00,0.00\r\n`,
  );
  expect((await read('/desk/lists/cashier')).text).toContain('href="/desk/lists/cashier.csv"');
  expect((await read('/desk/lists/bookkeeper.csv')).status).toBe(404);
});

test('a long list shows its first rows, and all of them page by page; the page stays below 60 kB', async () => {
  const grid = await mattersOfAllKinds();
  // Whoever speaks for the whole grid sees all 108 homes that have not voted.
  const { read } = await atDesk(await aDesk(grid), grid.role('grid_secretary'));
  const homes = (text: string): number => [...text.matchAll(/>\s*录纸票\s*</gu)].length;

  const first = (await read('/desk/lists/building')).text;
  expect(homes(first)).toBe(100);
  expect(words(first)).toContain('看全部108行');
  expect(Buffer.byteLength(first)).toBeLessThan(60_000);
  expect(homes((await read('/desk/lists/building?table=0')).text)).toBe(100);
  expect(homes((await read('/desk/lists/building?table=0&page=2')).text)).toBe(8);
  for (const query of ['table=0&page=3', 'table=1'])
    expect((await read(`/desk/lists/building?${query}`)).status).toBe(404);
});

test('a list is for its office: others find nothing there, and looking is written down', async () => {
  const grid = await mattersOfAllKinds();
  for (const [who, own] of [
    [grid.resident(40), []],
    [grid.role('cashier'), ['cashier']],
    [grid.role('bookkeeper'), ['bookkeeper']],
    [grid.role('building_leader'), ['building']],
    [grid.role('grid_secretary'), ['secretary', 'building']],
  ] as const) {
    // A desk of its own for each: whoever opens pages faster than a person is asked to wait.
    const { read } = await atDesk(await aDesk(grid), who);
    const home = (await read('/desk')).text;
    for (const name of ['cashier', 'bookkeeper', 'secretary', 'building', 'supervisor', 'constructor']) {
      const isOwn = (own as readonly string[]).includes(name);
      expect((await read(`/desk/lists/${name}`)).status, name).toBe(isOwn ? 200 : 404);
      expect((await read(`/desk/lists/${name}.xlsx`)).status, name).toBe(isOwn ? 200 : 404);
      expect(home.includes(`/desk/lists/${name}"`), name).toBe(isOwn);
    }
  }
  expect((await grid.journal()).filter(deed => deed === 'desk.list')).toHaveLength(10);
});
