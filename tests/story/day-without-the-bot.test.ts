import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Koa from 'koa';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { formCodeWords, readFormCode } from '../../src/domain/ballot/paper-form.js';
import { verify } from '../../src/process/commands/verify.js';
import { formsDue, sheetsOf } from '../../src/operations/ballot/paper-forms.js';
import { runGrid } from '../../src/process/commands/grid.js';
import { formSheetPdf } from '../../src/publish/ballot/form-sheet.js';
import { paperFormRoutes } from '../../src/web/paper-forms.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../support/neighbourhood.js';
import { served } from '../support/server.js';
import { aProject } from '../support/works.js';

/** A household poll that is open. */
const aPoll = playedOnce(async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { state: 'plan_published', planPublishedAt: new Date('2026-02-20T08:00:00+08:00') });
  expect(await grid.role('building_leader', 1).says('1号发起表决，3天后截止')).toContain('表决');
  return grid;
});

/** How the 40 homes of building 2 vote, whichever way it comes in. */
const choiceOf = (nth: number): 1 | 2 | 3 => (nth % 7 === 3 ? 2 : nth % 11 === 5 ? 3 : 1);

async function counted(grid: Neighbourhood) {
  await grid.until('2026-03-06T09:00:00+08:00');
  return grid.inUnit(async unit => {
    const [poll] = await unit.polls.ofProject(1);
    const ballots = poll ? await unit.polls.ballots(poll.id) : [];
    return {
      // By which door a ballot came is told, and is the one thing that differs.
      result: { ...poll?.result, channels: null },
      choices: ballots.map(({ householdId, choice }) => `${householdId} ${choice}`).toSorted(),
    };
  });
}

test(
  'a building votes for a day on printed sheets that are photographed afterwards: the same result as with the bot',
  { timeout: 300_000 },
  async () => {
    const [withBot, onPaper] = [await aPoll(), await aPoll()];
    const sheets = (await onPaper.inUnit(unit => formsDue(unit, '2', onPaper.now))).filter(
      ({ form }) => form === 'vote',
    );
    expect(sheets.length).toBeGreaterThan(10);
    const [leader, checker] = [onPaper.role('building_leader', 1), onPaper.role('grid_worker')];

    for (const [nth, sheet] of sheets.entries()) {
      const [home] = await withBot.inUnit(unit => unit.members.boundTo([sheet.householdId]));
      await withBot.resident(home?.userid ?? '').says(`1号${['同意', '反对', '弃权'][choiceOf(nth) - 1]}`);

      const asked = await leader.sends(`sheet vote ${sheet.no} ${sheet.householdId} photo`);
      expect(asked).toContain('1号表决票，照片收下了。纸上勾的是哪一项？');
      const entered = await leader.says(String(choiceOf(nth)), { chat: 'single' });
      const paper = /编号(\d+)/u.exec(entered)?.[1];
      expect(paper, entered).toBeDefined();
      expect(await leader.says(`核对纸票${paper}一致`, { chat: 'single' })).toContain('另');
      expect(await checker.says(`核对纸票${paper}一致`, { chat: 'single' })).toContain('核对');
    }

    const [one, other] = [await counted(withBot), await counted(onPaper)];
    expect(one.choices.length).toBe(sheets.length);
    expect(other.choices).toEqual(one.choices);
    expect(other.result).toEqual(one.result);
    expect(await verify(onPaper.store, () => undefined)).toBe(true);
  },
);

test('a sheet is taken from who may enter it, once, and from a poll that is open', async () => {
  const grid = await aPoll();
  const [sheet] = await grid.inUnit(unit => formsDue(unit, '2', grid.now));
  const photo = `sheet vote 1 ${sheet?.householdId}`;
  const leader = grid.role('building_leader', 1);

  expect(await grid.resident(40).sends(`${photo} a`)).not.toContain('表决票');
  await leader.sends(`${photo} b`);
  expect(await leader.says('1', { chat: 'single' })).toContain('编号');
  await leader.sends(`${photo} c`);
  expect(await leader.says('2', { chat: 'single' })).toContain('已');
  expect(await leader.sends('sheet vote 1 99999')).toContain('不是本网格的');
  expect(await leader.sends('sheet vote 9 1')).toContain('没有在进行');
  expect(await leader.sends('sheet report 0 0')).toContain('这是报事单，照片收下了。请问哪里出了什么事？');
  expect(readFormCode('众议表 constructor 1 2')).toBeNull();
});

test('the leader prints what a building needs by a link: a page a form, with the home, the question, the choices and the code', async () => {
  const grid = await aPoll();
  const app = new Koa();
  app.use(paperFormRoutes({ clockMs: () => performance.now(), store: grid.store, now: () => grid.now }).routes());
  const at = await served(app);
  const leader = grid.role('building_leader', 1);
  expect(await leader.says('打印2号楼纸质表')).toContain('只在私聊里给');
  expect(await leader.says('打印3号楼纸质表', { chat: 'single' })).not.toContain('/forms/');
  const said = await leader.says('打印2号楼纸质表', { chat: 'single' });
  const path = /\/forms\/[\w-]+/u.exec(said)?.[0] ?? said;

  expect(await (await fetch(at + path)).text()).toContain('2号楼的纸质表');
  const printed = await fetch(at + path, { method: 'POST' });
  const pdf = await getDocument({ data: new Uint8Array(await printed.arrayBuffer()), verbosity: 0 }).promise;
  const sheets = await grid.inUnit(unit => formsDue(unit, '2', grid.now));
  expect(pdf.numPages).toBe(sheets.length);
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const text = items.map(item => ('str' in item ? item.str : '')).join('');
  for (const words of ['1号表决', '表决票', '住户：2号楼', '1 同意', '2 反对', '3 弃权', '签名'])
    expect(text).toContain(words);
  expect(sheets.filter(({ form }) => form === 'report')).toHaveLength(2);
  expect(readFormCode(formCodeWords(sheets[0] ?? { form: 'vote', no: 0, householdId: 0 }))).toMatchObject({
    form: 'vote',
    no: 1,
  });

  grid.now = new Date(grid.now.getTime() + 31 * 60_000);
  expect((await fetch(at + path, { method: 'POST' })).status).toBe(403);
});

test('one command prints all buildings for a day, and a card of each home tells how to answer and whom to call', async () => {
  const grid = await aPoll();
  const folder = process.env['SCREENSHOTS'] ?? mkdtempSync(join(tmpdir(), 'paper-'));
  const lines: string[] = [];
  const given = { now: grid.now, print: (line: string) => void lines.push(line), tongue: 'zh' as const };

  expect(await runGrid(grid.store, ['paper', 'yinshua', join(folder, 'paper')], given)).toBe(0);
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expect(lines.join('\n')).toMatch(/2号楼\.pdf：\d+张/u);
  expect(readFileSync(join(folder, 'paper', '居民手册.pdf'), 'latin1')).toMatch(/^%PDF/u);
  expect(await runGrid(grid.store, ['paper', 'yinshua'], given)).toBe(1);

  expect(await grid.role('building_leader', 1).says('打印2号楼家用卡', { chat: 'single' })).toContain(
    '楼长的电话请手写',
  );
  const cards = await grid.inUnit(unit => sheetsOf(unit, '2', { kind: 'cards', now: grid.now }));
  const bytes = await formSheetPdf({ place: '印刷厂宿舍', forms: cards.slice(0, 1), at: grid.now });
  const { items } = await (
    await (await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise).getPage(1)
  ).getTextContent();
  const text = items.map(item => ('str' in item ? item.str : '')).join('');
  for (const words of ['家用卡', '1 同意', '3 弃权', '楼长：', '电话：', '投票要您自己签名'])
    expect(text).toContain(words);
});
