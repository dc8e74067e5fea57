import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { expect, onTestFinished, test } from 'vitest';
import { contestAgain } from '../../src/process/commands/contest.js';
import { inTongue } from '../../src/process/commands/tongue.js';
import { runGrid } from '../../src/process/commands/grid.js';
import { verify } from '../../src/process/commands/verify.js';
import type { ContestFile } from '../../src/domain/contest/contest-file.js';
import { sample } from '../../src/trial/sample-grid.js';
import { aCounty } from '../support/a-county.js';
import { boardServed } from '../support/board.js';
import { aBrowser, brokenRules, hasChromium } from '../support/browser.js';
import type { Neighbourhood } from '../support/neighbourhood.js';
import { hasOffice, inOffice } from '../support/office.js';

/** The number of a grid, or of a person by role, in the contest. */
async function noOf(county: Neighbourhood, code: string, role?: string): Promise<number> {
  return county.store.inUnit(async open => {
    const grid = await open.grids.byCode(code);
    if (!grid) throw new Error(`there is no grid ${code}`);
    const unit = await open.within(grid);
    const member = role ? await unit.members.byUserid(`${code}-${role}`) : null;
    const own = await unit.contests.own(1);
    return own.find(({ memberId }) => memberId === (member?.id ?? null))?.id ?? 0;
  });
}

async function exported(county: Neighbourhood): Promise<ContestFile> {
  const lines: string[] = [];
  const parts = { now: county.now, print: (line: string) => lines.push(line) };
  expect(await runGrid(county.store, ['contest', '1'], parts)).toBe(0);
  return JSON.parse(lines.join('\n')) as ContestFile;
}

async function contestPage(county: Neighbourhood): Promise<string> {
  return `${await boardServed(county)}/board/${sample.code}/contest`;
}

/** Opened, computed once, and on display. */
async function onDisplay(county: Neighbourhood): Promise<void> {
  const admin = county.role('county_admin');
  await admin.says('开第1届擂台赛：1月1日到5月31日');
  await admin.says('擂台赛第1届计分');
  await county.until('2026-06-01T10:30:00+08:00');
  await admin.says('擂台赛第1届公示');
  await county.until('2026-06-01T11:00:00+08:00');
}

test(
  'a contest goes from its opening over figures, recusal, red line, publicity, objection and a second computing to final lists that its export gives again',
  { timeout: 300_000 },
  async () => {
    const county = await aCounty();
    const [admin, adviser] = [county.role('county_admin'), county.role('governance_adviser')];
    const inPrivate = { chat: 'single' } as const;

    // Opened: quotas are hard, only the county opens it.
    expect(await county.resident(50).says('开第1届擂台赛：1月1日到5月31日')).toContain('县级管理员');
    expect(await admin.says('开第1届擂台赛：1月1日到5月31日，楼长201名')).toContain('最多200个名额，您写的是201个');
    expect(await admin.says('开第2届擂台赛：1月1日到5月31日')).toContain('下一届是第1届');
    expect(await admin.says('开第1届擂台赛：5月31日到1月1日')).toContain('先起后止');
    expect(await admin.says('开第1届擂台赛：1月1日到5月31日')).toContain('红旗网格15名、优秀网格员50名');
    expect(await admin.says('擂台赛第1届公示')).toContain('请先发送“擂台赛第1届计分”');

    // Computed: each grid hands in its own figures, then the organiser is told in private.
    expect(await admin.says('擂台赛第1届计分')).toContain('第1次计分');
    expect(await county.resident(50).says('擂台赛')).toContain('正在计分');
    await county.until('2026-06-01T10:30:00+08:00');
    const told = (await county.postsTo(admin.userid)).at(-1) ?? '';
    expect(told).toContain('红旗网格15/15');
    expect((await county.posts()).join()).not.toContain('擂台赛');
    const [best, other] = [await noOf(county, 'c19'), await noOf(county, 'c18')];
    expect(told).toContain(`候选${best}号 第19网格`);

    // Judges: no own list, standing aside, only whole points.
    expect(await county.role('grid_secretary').says(`擂台赛评分${best}号：5分`)).toContain('来办');
    await county.inUnit(async unit => {
      await unit.members.giveRole({
        gridId: unit.grid.id,
        userid: county.role('subdistrict_admin').userid,
        role: 'building_leader',
        building: '4',
        givenAt: county.now,
      });
      unit.journal.add('story', { by: 'operator', at: county.now });
    });
    expect(await county.role('subdistrict_admin').says(`擂台赛评分${best}号：5分`)).toContain('按回避规定');
    expect(await adviser.says(`擂台赛评分${other}号：9分`)).toContain('0到5分');
    expect(await adviser.says(`擂台赛评分${other}号：5分`)).toContain(`候选${other}号5分`);
    expect(await adviser.says(`擂台赛评分${best}号：5分`)).toContain('5分');
    expect(await adviser.says(`擂台赛回避${best}号：我弟弟是书记`)).toContain('都不算了');
    expect(await adviser.says(`擂台赛评分${best}号：4分`)).toContain('声明');
    expect(await adviser.says('擂台赛评分9999999号：4分')).toContain('没有候选');
    const leader = await noOf(county, 'c16', 'building_leader');
    expect(await adviser.says(`擂台赛评分${leader}号：4分`)).toContain('评委不打分');

    // A red line, one that is settled, and a leader who does not want to be on the list.
    const red = await noOf(county, 'c17');
    expect(await admin.says(`擂台赛否决${red}号：强制摊派`)).toContain('不上名单');
    expect(await admin.says(`擂台赛否决${other}号：数据不实`)).toContain('不上名单');
    expect(await admin.says(`擂台赛解除否决${other}号`)).toContain('已解除');
    expect(await admin.says(`擂台赛解除否决${other}号`)).toContain('没有否决');
    const first = await exported(county);
    expect(first.lists.grid).not.toContain(red);
    expect(first.candidates.find(({ no }) => no === other)?.figures.innovation).toEqual([5, 5]);
    expect(first.candidates.find(({ no }) => no === best)?.figures.innovation).toEqual([0, 0]);

    // On display: every group is told once, whoever has not agreed stands there masked.
    expect(await admin.says('擂台赛第1届公示')).toContain('6月8日');
    await county.until('2026-06-01T12:00:00+08:00');
    const notices = (await county.posts()).filter(text => text.includes('【擂台赛公示】'));
    expect(notices).toHaveLength(20);
    expect(notices.filter(text => /优秀楼长单元长 王[*＊]{2}/u.test(text))).not.toEqual([]);
    expect(notices.join()).not.toContain('桂英');
    expect(await admin.says('擂台赛第1届定稿')).toContain('期满才能定稿');

    // An objection is answered; granted, it has the figures taken anew and the lists shown once more.
    const resident = county.resident(50);
    expect(await resident.says(`擂台赛异议：${leader}号的项目还没有完工`, inPrivate)).toContain('记为擂台赛异议1');
    expect(await resident.says('擂台赛异议：9999999号的项目还没有完工', inPrivate)).toContain('没有候选');
    await county.until('2026-06-01T12:30:00+08:00');
    expect((await county.postsTo(admin.userid)).at(-1)).toContain('还没有完工');
    expect(await admin.says('答复擂台赛异议7不成立：已核对')).toContain('没有擂台赛异议7');
    expect(await admin.says('答复擂台赛异议1成立：改了记录')).toContain('名单撤下');
    expect(await admin.says('答复擂台赛异议1成立：改了记录')).toContain('答复过了');
    await county.until('2026-06-01T13:00:00+08:00');
    expect((await county.postsTo(resident.userid)).at(-1)).toContain('成立，名单重新计分');
    expect(await admin.says('擂台赛名单', inPrivate)).toContain('第2次计分');
    await admin.says('擂台赛第1届公示');
    await county.until('2026-06-01T14:00:00+08:00');
    expect((await county.posts()).filter(text => text.includes('【擂台赛公示】'))).toHaveLength(40);

    // Final: after the days, with nothing changed.
    await county.until('2026-06-09T09:00:00+08:00');
    expect((await county.postsTo(admin.userid)).at(-1)).toContain('公示期满');
    await admin.says(`擂台赛否决${best}号：泄露隐私`);
    expect(await admin.says('擂台赛第1届定稿')).toContain('和公示的不一样了');
    const shown = await contestPage(county);
    expect(await (await fetch(`${shown}/1`)).text()).toContain('名单有变动');
    await admin.says(`擂台赛解除否决${best}号`);
    expect(await admin.says('擂台赛第1届定稿')).toContain('名单已定稿：红旗网格15名');
    await county.until('2026-06-09T10:00:00+08:00');
    expect((await county.posts()).filter(text => text.includes('【擂台赛名单】'))).toHaveLength(20);
    expect(await admin.says(`擂台赛否决${best}号：泄露隐私`)).toContain('定稿的名单不再改动');
    expect(await resident.says('擂台赛异议：不公平', inPrivate)).toContain('已定稿');

    // The export alone gives the same lists; page and workbook show them.
    const file = await exported(county);
    expect(file.lists.grid).toHaveLength(15);
    expect(file.lists.grid[0]).toBe(first.lists.grid[0]);
    expect(again(file)).toContain('ok      the lists are what the figures give');
    expect(again({ ...file, lists: { ...file.lists, grid: file.lists.grid.toReversed() } })).toContain('FAILED');
    const checks: string[] = [];
    await verify(county.store, line => checks.push(line));
    expect(checks.at(-1)).toMatch(/^ok/u);

    const base = await contestPage(county);
    const page = await (await fetch(`${base}/1`)).text();
    expect(page).toContain('已定稿');
    expect(page).toContain('第19网格');
    expect(page).not.toContain('第17网格</strong>');
    expect(page).toMatch(/攻坚项目完成（30分）：100%，同档最好1\/1，得30\.00分/u);
    expect(page).not.toMatch(/桂英|秀兰|建国|还没有完工|强制摊派：/u);
    const opened = JSON.parse(await (await fetch(`${base}/1.json`)).text()) as ContestFile;
    expect(opened.candidates.every(({ list }) => list === 'grid')).toBe(true);
    expect(opened.lists.grid).toEqual(file.lists.grid);
    expect(again(opened)).toContain('ok ');
    const book = Buffer.from(await (await fetch(`${base}/1.xlsx`)).arrayBuffer());
    if (hasOffice) expect((await inOffice({ contest: book }))['contest']).toContain('总分');
    const [grids, , leaders] = await readExcelFile(book);
    expect(grids?.sheet).toBe('红旗网格');
    expect(grids?.data.slice(1, 16).map(([no]) => Number(no))).toEqual(file.lists.grid);
    expect(JSON.stringify(leaders)).not.toContain('桂英');
  },
);

/** What the command says about a file. */
function again(file: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'contest-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'contest.json');
  writeFileSync(path, JSON.stringify(file));
  const lines: string[] = [];
  contestAgain(
    path,
    inTongue(line => lines.push(line), 'en'),
  );
  return lines.join('\n');
}

test('a candidate sees every line of the own score in private, is named by their own word only, and may stay off the lists', async () => {
  const county = await aCounty();
  await onDisplay(county);
  const leader = county.resident('c19-building_leader');
  const inPrivate = { chat: 'single' } as const;
  const base = await contestPage(county);
  const page = async (): Promise<string> => (await fetch(`${base}/1`)).text();

  expect(await county.role('building_leader').says('我的擂台赛得分')).toContain('请在私聊里');
  const own = await leader.says('我的擂台赛得分', inPrivate);
  expect(own).toMatch(/送达的住户（25分）：0\/51户/u);
  expect(own).toContain('101到300户一档');
  expect(await page()).not.toContain('马桂英');
  expect((await page()).match(/马＊＊/gu)).toHaveLength(3);
  expect(await leader.says('擂台赛公布姓名', inPrivate)).toContain('写您的全名和得分');
  expect(await page()).toContain('马桂英');
  expect(await leader.says('擂台赛不公布姓名', inPrivate)).toContain('只写您的姓');
  expect(await page()).not.toContain('马桂英');
  expect(await leader.says('擂台赛不参评', inPrivate)).toContain('不把您列进名单');
  expect((await page()).match(/马＊＊/gu)).toHaveLength(2);
  expect(await leader.says('我的擂台赛得分', inPrivate)).toContain('还没有您的得分');
  expect(await county.resident(50).says('擂台赛不参评')).toContain('来办');
});

test('the grid that a contest is held from is not closed before the contest is final', async () => {
  const county = await aCounty();
  await county.role('county_admin').says('开第1届擂台赛：1月1日到5月31日');
  const lines: string[] = [];
  const parts = { now: county.now, print: (line: string) => lines.push(line) };

  expect(await runGrid(county.store, ['merge', sample.code, 'c1', '--renumber', '1=11,2=12'], parts)).toBe(1);
  expect(lines.join()).toContain('Contest 1 is held from');
});

test('before the lists are on display nobody reads them, and no other address has any', async () => {
  const county = await aCounty();
  const admin = county.role('county_admin');
  const base = await contestPage(county);
  await admin.says('开第1届擂台赛：1月1日到6月30日');

  expect(await admin.says('擂台赛第1届计分')).toContain('还没有到期');
  expect(await (await fetch(`${base}/1`)).text()).toContain('名单还没有公示');
  expect(await (await fetch(base.replace(/\/contest$/u, ''))).text()).toContain('/contest/1">第1届擂台赛</a>');
  for (const path of ['1.json', '1.xlsx', '2', '2.json', '1.exe', 'x'])
    expect((await fetch(`${base}/${path}`)).status, path).toBe(404);
  const answer = await fetch(`${base}/1`);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test.each([
  '擂台赛我们网格肯定赢',
  '擂台赛什么时候开始报名',
  '听说要办擂台赛了',
  '擂台赛评分太低了',
  '擂台赛公示了吗',
  '擂台赛我有异议要提吗',
])('%s is talk: nothing of a contest is done', async said => {
  const county = await aCounty();
  await onDisplay(county);

  const answer = await county.resident(50).says(said);

  expect(answer).not.toContain('记为擂台赛异议');
  expect(answer).not.toContain('县级管理员');
  expect(await county.inUnit(unit => unit.contests.marks(1))).toEqual([]);
});

test.skipIf(!hasChromium)(
  'on a phone and on a screen the page fits, and axe finds nothing',
  { timeout: 300_000 },
  async () => {
    const county = await aCounty();
    await onDisplay(county);
    const base = await contestPage(county);
    const browser = await aBrowser();
    for (const width of [360, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, bypassCSP: true });
      await page.goto(`${base}/1`);
      await page.locator('summary').first().click();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await brokenRules(page)).toEqual([]);
      const folder = process.env['SCREENSHOTS'];
      if (folder) {
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: join(folder, `contest-${width}.png`), fullPage: true });
      }
    }
  },
);
