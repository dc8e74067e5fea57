import { mkdirSync } from 'node:fs';
import Koa from 'koa';
import { expect, test } from 'vitest';
import { readPicture } from '../../src/domain/picture.js';
import { verify } from '../../src/process/commands/verify.js';
import { boardStyle } from '../../src/publish/board-style.js';
import { dispatchParts } from '../../src/publish/county/dispatch-words.js';
import { projectBoard } from '../../src/publish/notice/project-board.js';
import { askedRoutes } from '../../src/web/asked.js';
import { aBrowser, hasChromium } from '../support/browser.js';
import { aDesk, atDesk } from '../support/desk.js';
import { aNeighbourhood, type Neighbourhood, tell } from '../support/neighbourhood.js';
import { served } from '../support/server.js';

const photo = Buffer.from('\xff\xd8\xffpipe', 'latin1');
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n');

/** A matter, and the page of outside parties on a real port. */
async function aPage() {
  const grid = await aNeighbourhood();
  await grid.resident(20).says('提案：3号楼暖气管更换，预算8000元');
  const app = new Koa();
  const takePicture = async (bytes: Buffer) => readPicture(bytes) ?? ('none' as const);
  app.use(
    askedRoutes({
      clockMs: () => performance.now(),
      store: grid.store,
      now: () => grid.now,
      tell,
      takePicture,
    }).routes(),
  );
  app.use(context => {
    if (context.path !== '/board/style.css') return;
    context.type = 'css';
    context.body = boardStyle;
  });
  return { grid, at: await served(app) };
}

const asking = '1号请热力公司办：检查管道并报价，3月8日前';

async function linkFor(grid: Neighbourhood, said = asking): Promise<string> {
  const answer = await grid.role('grid_secretary').says(said, { chat: 'single' });
  return /\/asked\/[\w-]{43}/u.exec(answer)?.[0] ?? answer;
}

async function handIn(address: string, fields: Record<string, string>, files: readonly Buffer[] = []) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const bytes of files) form.append('files', new Blob([new Uint8Array(bytes)]), 'file');
  const answer = await fetch(address, { method: 'POST', body: form });
  return { status: answer.status, text: await answer.text() };
}

test('an outside party answers by its link: words, price and files stand in the matter, and whoever asked hears of it', async () => {
  const { grid, at } = await aPage();
  const secretary = grid.role('grid_secretary');
  expect(await grid.resident(40).says(asking, { chat: 'single' })).toContain('这件事要由');
  expect(await secretary.says(asking)).toContain('只在私聊里给');
  const link = await linkFor(grid);

  const page = await (await fetch(at + link)).text();
  expect(page).toContain('热力公司，您好，请您办一件事');
  expect(page).toContain('检查管道并报价');
  expect(page).toContain('3月8日');
  const resident = grid.resident(20);
  for (const hidden of [resident.name, resident.userid, secretary.name, '提案', '8000', '/board/a', '1号'])
    expect(page).not.toContain(hidden);

  const sent = await handIn(at + link, { text: '主管漏水，要换6米，13812345678', quote: '12,800' }, [photo, pdf]);
  expect([sent.status, sent.text]).toEqual([200, expect.stringContaining('收到了，谢谢您')]);
  expect(
    (await handIn(at + link, { text: '主管漏水，要换6米，13812345678', quote: '12,800' }, [photo, pdf])).text,
  ).toContain('不用再交');
  expect((await grid.postsTo(secretary.userid)).at(-1)).toContain(
    '热力公司答复了请办1：“主管漏水，要换6米，13812345678”，报价12,800元，带了2个文件',
  );
  expect(await secretary.says('请办1', { chat: 'single' })).toContain('要换6米');
  expect(secretary.last.pictures).toHaveLength(1);
  expect(secretary.last.text).toContain('有1个PDF');
  expect(await grid.role('grid_secretary').says('待办', { chat: 'single' })).toContain('看热力公司的答复');

  // Whoever the link is forwarded to reads what was asked, and no word of the answer; nor does the board tell it.
  const forwarded = await (await fetch(at + link)).text();
  expect(forwarded).toContain('已经收到您1次答复');
  const view = { no: 1, page: 1, expenses: 1, next: '', now: grid.now };
  const board = (await grid.inUnit(unit => projectBoard(unit, view))) ?? '';
  expect(board).toContain('请办1 热力公司：检查管道并报价');
  for (const open of [forwarded, board])
    for (const hidden of ['6米', '12,800', '1381']) expect(open).not.toContain(hidden);

  const base = await aDesk(grid);
  const desk = await atDesk(base, secretary);
  const matter = (await desk.read('/desk/1')).text;
  const files = [...matter.matchAll(/\/desk\/file\/[0-9a-f]{64}/gu)].map(([path]) => path);
  expect(files).toHaveLength(2);
  const saved = await fetch(base + files[1], { headers: { cookie: desk.cookie } });
  expect(saved.headers.get('content-disposition')).toContain('attachment');
  expect(Buffer.from(await saved.arrayBuffer()).equals(pdf)).toBe(true);
  const neighbour = await atDesk(base, grid.resident(40));
  expect((await neighbour.read(files[1] ?? '')).status).toBe(404);
  expect((await neighbour.read('/desk/1')).text).not.toContain('要换6米');

  expect(await secretary.says('请办1办结')).toContain('停用了');
  expect((await fetch(at + link)).status).toBe(403);
  const late = await handIn(at + link, { text: '又来了' });
  expect([late.status, late.text]).toEqual([403, expect.stringContaining('这个链接已经停用')]);
  expect(await grid.journal()).toEqual(expect.arrayContaining(['outside.ask', 'outside.answer', 'outside.end']));
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('whoever asked is reminded before the day and after it; one that is late stands on the list and on the dispatch', async () => {
  const { grid, at } = await aPage();
  const secretary = grid.role('grid_secretary');
  const link = await linkFor(grid);

  await grid.until('2026-03-07T10:00:00+08:00');
  expect(
    (await grid.postsTo(secretary.userid)).filter(text => text.includes('请办1：热力公司还没有答复')),
  ).toHaveLength(1);
  await grid.until('2026-03-10T10:00:00+08:00');
  const told = (await grid.postsTo(secretary.userid)).filter(text => text.includes('请办1：热力公司还没有答复'));
  expect(told).toHaveLength(2);
  expect(told.at(-1)).toContain('已过期');
  expect(await secretary.says('待办', { chat: 'single' })).toContain('催热力公司答复');
  const parts = await grid.inUnit(unit => dispatchParts(unit, grid.now));
  expect(parts).toContainEqual({
    head: '外单位过期没有答复',
    lines: [expect.stringContaining('1号 请办1 热力公司：检查管道并报价')],
  });

  // Another link with another day: the old one opens nothing any more, the new one is answered.
  const renewed = await linkFor(grid, '请办1重发：3月20日前');
  expect((await fetch(at + link)).status).toBe(403);
  expect((await handIn(at + renewed, { text: '查过了，不漏' })).status).toBe(200);
  expect(await grid.inUnit(unit => dispatchParts(unit, grid.now))).toEqual([]);
});

test('what cannot be used is named in one sentence, and nothing of it is kept', async () => {
  const { grid, at } = await aPage();
  const secretary = grid.role('grid_secretary');
  expect(await secretary.says('1号请热力公司办：检查管道', { chat: 'single' })).toContain('没有说哪天前办');
  expect(await secretary.says('1号请热力公司办：检查管道，3月1日前', { chat: 'single' })).toContain('日子已经过了');
  expect(await secretary.says('7号请热力公司办：检查管道，3月8日前', { chat: 'single' })).toContain('没有7号');
  expect(await secretary.says('请办4办结')).toContain('没有请办4');
  const link = await linkFor(grid);

  const wrong = [
    [{ text: '' }, [], '什么也没有收到'],
    [{ text: '好', quote: '一万左右' }, [], '报价没有看懂'],
    [{ text: '好' }, [Buffer.from('MZ program')], '有个文件不能收'],
    [{ text: '好' }, [Buffer.from('%PDF-1.7 /JavaScript (app.alert(1)) %%EOF')], '不带程序和附件'],
    [{ text: '好' }, Array.from({ length: 7 }, () => photo), '文件最多6个'],
    [{ text: '长'.repeat(1001) }, [], '最多写1000个字'],
  ] as const;
  for (const [fields, files, said] of wrong) {
    const answer = await handIn(at + link, fields, files);
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(said)]);
  }
  expect(await grid.journal()).not.toContain('outside.answer');
  expect((await fetch(`${at}/asked/${'x'.repeat(43)}`)).status).toBe(403);
  for (let nth = 1; nth <= 10; nth += 1) await handIn(at + link, { text: `第${nth}次` });
  expect((await handIn(at + link, { text: '第11次' })).text).toContain('最多回复10次');
});

test.runIf(hasChromium)('the page is whole on a narrow phone, and the form is handed in by touch', async () => {
  const { grid, at } = await aPage();
  const link = await linkFor(grid);
  const page = await (await aBrowser()).newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(at + link);

  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  const folder = process.env['SCREENSHOTS'];
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: `${folder}/asked.png`, fullPage: true });
  }
  await page.getByLabel('办得怎样').fill('主管漏水，要换6米');
  await page.getByLabel('报价').fill('12800');
  await page.getByRole('button', { name: '交回去' }).click();

  expect(await page.getByRole('alert').textContent()).toContain('收到了，谢谢您');
});
