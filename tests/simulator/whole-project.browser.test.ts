import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { verify } from '../../src/process/commands/verify.js';
import { splitPost } from '../../src/outbox/sender.js';
import { openStore } from '../../src/store/engine/open.js';
import { sampleOutsiders, sampleResidents } from '../../src/trial/sample-grid.js';
import { ormconfig } from '../../ormconfig.js';
import { aBrowser, hasChromium } from '../support/browser.js';
import { holding, offices } from '../support/offices.js';
import { aTrial, Player } from '../support/simulator-page.js';

const homes = sampleResidents();
/** Six homes speak by who has no account in the company: four by a phone with personal WeChat, two on paper. */
const outsiders = sampleOutsiders();
const residents = homes.filter(({ userid }) => !outsiders.some(({ id }) => id === userid.replace('r', 'w')));
const phones = outsiders.filter(({ phone }) => phone === 'wechat');
const papers = outsiders.filter(({ phone }) => phone === 'paper');
const { secretary, leader, cashier, bookkeeper, community, supervisors } = offices;
/** So many use the page's own form or card; the others' words come to the same page without it, as from phones of their own. */
const atThePage = 16;
/** The smallest picture there is. */
const invoice = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';
/** `npm run screenshots` keeps the pictures of the README. */
const pictures = process.env['SCREENSHOTS'] ?? mkdtempSync(join(tmpdir(), 'zhongyi-pictures-'));

test.runIf(hasChromium)('who finds a trial unplayed is shown the ways in, also where the bot wrote first', async () => {
  const { base } = await aTrial();
  // On the first of a month the bot writes to the secretary.
  const { now } = (await (await fetch(`${base}/simulator/clock`)).json()) as { now: string };
  const [year = 0, month = 0] = now.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  const body = JSON.stringify({ now: `${next}-01T10:00:00+08:00` });
  expect((await fetch(`${base}/simulator/clock`, { method: 'PUT', body })).status).toBe(200);
  const page = await (await aBrowser()).newPage();
  page.setDefaultTimeout(150_000);

  await page.goto(`${base}/simulator`);
  await page.getByRole('button', { name: '我来当居民' }).click();

  expect(await page.getByRole('button', { name: '我来当居民' }).count()).toBe(0);
});

test.runIf(hasChromium)(
  'one person at the page plays 118 households through the renewal of a power line',
  { timeout: 600_000 },
  async () => {
    const { base, databaseUrl } = await aTrial();
    const browser = await aBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const complaints: string[] = [];
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    await page.goto(`${base}/simulator`);
    await page.getByRole('button', { name: '我来当居民' }).click();
    const player = new Player(page, pictures);
    await player.moves('tomorrow18');

    // 分析选题
    expect(await player.says('r021', '提案：更换老化的电力线路，预算23.6万元')).toContain('1号');
    for (const userid of ['r022', 'r023', 'r024', 'r025']) await player.says(userid, '附议1号');
    expect(await player.says(secretary, '1号定为迫切需求类')).toContain('迫切需求');

    // 确定方案: everybody presses the card.
    for (const said of ['1号责任核查', '6', '1998年建成，已过保修']) await player.says(secretary, said);
    expect(await player.says(secretary, '1号资金来源：居民118000元，奖补118000元（批文桓财2026-12号）')).toContain(
      '合计',
    );
    await player.says(secretary, '1号工期：拆旧4月2日，换线4月10日');
    expect(await player.says(secretary, '发布1号方案：更换全院电力线路，预算23.6万元')).toContain('236,000元');
    // The plan is on display for a week.
    for (let day = 0; day < 9; day += 1) await player.moves('tomorrow18');
    expect(await player.says(leader, '1号项目发起表决，3天后截止')).toContain('表决');
    for (const { userid } of residents.slice(0, atThePage))
      expect(await player.presses(userid, '同意')).toContain('同意');
    for (const { userid } of residents.slice(atThePage)) await player.hearsOf(userid, '1号同意');
    await player.keeps('conversation');
    for (const { id } of phones) {
      await player.scansCard(id);
      expect(await player.tapsRow('是')).toContain('绑定成功');
      expect(await player.saysToKefu('1号同意')).toContain('同意');
    }
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#765"/></svg>';
    await player.sends(leader, new Resvg(svg).render().asPng().toString('base64'));
    const sheet = papers.map(({ building, unit, room }) => `${building}号楼${unit}单元${room} 同意`).join('、');
    const entered = await player.says(leader, `1号一批纸票：${sheet}`, 'single');
    expect(entered.includes('吗？') ? await player.says(leader, '是', 'single') : entered).toContain('编号1到2');
    for (const no of [1, 2]) expect(await player.says('r007', `核对纸票${no}一致`, 'single')).toContain('核对一致');
    await player.moves('pollend');
    // The poll ends a minute before midnight; the group hears of it in the morning.
    await player.moves('tomorrow18');
    expect((await player.pushes()).some(text => /118\/118户/.test(text) && text.includes('通过'))).toBe(true);
    // The result is on display for a week, and then takes effect.
    for (let day = 0; day < 8; day += 1) await player.moves('tomorrow18');
    expect((await player.pushes()).some(text => text.includes('决定生效'))).toBe(true);

    // 推动实施
    for (const { userid } of residents.slice(0, atThePage))
      expect(await player.says(userid, '1号项目我出1000元')).toContain('1,000元');
    for (const { userid } of residents.slice(atThePage)) await player.hearsOf(userid, '1号项目我出1000元');
    for (const { id } of phones) {
      await player.holds(id);
      expect(await player.saysToKefu('1号项目我出1000元')).toContain('1,000元');
    }
    // The leader of the house says it for those without a phone, as their own promise.
    for (const { building, unit, room } of papers) {
      const theirs = holding('building_leader').find(one => one.building === building)?.userid ?? '';
      const said = await player.says(theirs, `1号替${building}号楼${unit}单元${room}认捐1000元`, 'single');
      expect(said.includes('吗？') ? await player.says(theirs, '是', 'single') : said).toContain('1,000元');
    }
    const paid = homes.map(({ building, unit, room }) => `1号收到${building}号楼${unit}单元${room} 1000元`);
    for (const words of paid.slice(atThePage, -atThePage)) await player.hearsOf(cashier, words);
    for (const words of [...paid.slice(0, atThePage), ...paid.slice(-atThePage)]) {
      const said = await player.says(cashier, words);
      // Who promised nothing pays all the same, and is asked about once.
      expect(said.includes('？') ? await player.says(cashier, '是') : said).toContain('凭证');
    }
    expect(await player.says(cashier, '1号奖补资金到账118000元')).toContain('118,000元');
    expect(await player.says(bookkeeper, '1号对账无误，共236000元')).toContain('对账完成：119笔');
    expect(await player.says(secretary, '1号项目进度：旧线已拆除，完成30%')).toContain('30%');
    for (const userid of supervisors) await player.says(userid, '1号巡查：线管已固定，无安全隐患');
    await player.moves('tomorrow18');
    await player.keeps('daily-report');
    for (const step of ['拆旧', '换线']) await player.says(secretary, `1号节点完成：${step}`);
    expect(await player.says(secretary, '1号项目进度：线路全部换完，完成100%')).toContain('100%');

    // 验收成果
    for (const userid of supervisors) await player.says(userid, '1号项目验收合格');
    expect(await player.says('r030', '给1号打5分')).toContain('5');
    await player.sends(leader, invoice);
    const asked = await player.says(leader, '1号申请支出236000元：电缆、材料和人工', 'single');
    expect(asked).toContain('凭据照片已附');
    await player.says(bookkeeper, '核对申请1');
    for (const approver of [secretary, community]) await player.says(approver, '批准申请1');
    await player.says(supervisors[0] ?? '', '申请1无异议');
    for (let day = 0; day < 2; day += 1) await player.moves('tomorrow18');
    expect(await player.says(cashier, '付申请1')).toContain('236,000元');
    await player.moves('tomorrow18');
    expect((await player.pushes()).some(text => text.includes('决算') && text.includes('236,000元'))).toBe(true);
    await player.keeps('final-accounts');
    for (let day = 0; day < 8; day += 1) await player.moves('tomorrow18');
    expect(await player.says('r030', '1号进度')).toContain('已归档');
    expect(await player.says('r030', '我的积分', 'single')).toMatch(/\d+/);
    await player.keeps('points');

    expect(complaints).toEqual([]);
    const store = await openStore(ormconfig(databaseUrl), splitPost);
    const lines: string[] = [];
    expect(await verify(store, line => lines.push(line)), lines.join('\n')).toBe(true);
    await store.dataSource.destroy();
  },
);

test.runIf(hasChromium)(
  'a newcomer with a phone, in light and in dark, finishes a whole project by tapping suggestions',
  { timeout: 600_000 },
  async () => {
    const { base } = await aTrial();
    const browser = await aBrowser();
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true });
    await page.goto(`${base}/simulator`);
    await page.getByRole('button', { name: '我来当居民' }).click();
    const player = new Player(page, pictures);

    const inBothLights = async (name: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await player.keeps(`${name}-${colorScheme}`);
      }
    };

    let taps = 0;
    for (; taps < 45; taps += 1) {
      await page.locator('[data-hint]').first().waitFor();
      const said = await player.hints();
      if (taps > 0 && said.includes('提案：')) break;
      const crowd = page.locator('[data-hint="crowd"]');
      await player.follows((await crowd.count()) > 0 ? crowd : page.locator('[data-hint]').first());
      if (said.includes('发起表决')) await inBothLights('phone-vote');
      if (said.includes('我出200元')) await inBothLights('phone-pledge');
      await page.emulateMedia({ colorScheme: taps % 2 === 0 ? 'light' : 'dark' });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }

    expect(taps).toBeLessThan(45);
  },
);
