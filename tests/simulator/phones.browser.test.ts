import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sampleOutsiders } from '../../src/trial/sample-grid.js';
import { aBrowser, hasChromium } from '../support/browser.js';
import { offices } from '../support/offices.js';
import { aTrial, Player } from '../support/simulator-page.js';

const outsiders = sampleOutsiders();
const [zhou, other] = outsiders.filter(({ phone }) => phone === 'wechat').map(({ id }) => id);
const paper = outsiders.find(({ phone }) => phone === 'paper');
/** The smallest picture there is. */
const sheet = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';
/** `npm run doors` keeps the pictures of the manual. */
const pictures = process.env['DOORS'] ?? mkdtempSync(join(tmpdir(), 'zhongyi-doors-'));

/** What a link on the phone opens: a page inside WeChat. */
async function opened(page: Page, tap: () => Promise<void>): Promise<Page> {
  const [inside] = await Promise.all([page.context().waitForEvent('page'), tap()]);
  await inside.setViewportSize({ width: 390, height: 760 });
  await inside.waitForLoadState();
  return inside;
}

test.runIf(hasChromium)(
  'a person plays each door: 客服 with its rows, the desk inside WeChat, the residents’ group after a member has tapped, and paper',
  { timeout: 300_000 },
  async () => {
    const { base } = await aTrial();
    const browser = await aBrowser();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const complaints: string[] = [];
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    await page.goto(`${base}/simulator#r021`);
    const player = new Player(page, pictures);
    const { phone } = player;
    await phone.locator('option').first().waitFor({ state: 'attached' });
    // The longest name of a home in the list of phones pushes nothing off the page.
    for (const width of [360, 900, 1200, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${width}`).toBeLessThanOrEqual(
        0,
      );
    }
    await player.says(offices.leader, '发起表决：楼道刷不刷白，3天后截止');
    expect(await player.says('r021', '1号同意')).toContain('同意');

    // 客服: the card at the door, a yes, a vote by a row.
    expect(await player.scansCard(zhou ?? '')).toContain('住户吗？');
    expect(await player.tapsRow('是')).toContain('绑定成功');
    expect(await player.saysToKefu('1号表决情况')).toContain('楼道刷不刷白');
    expect(await player.tapsRow('同意')).toContain('同意');
    await player.keeps('kefu');
    // The same row once more is no second vote.
    expect(await player.tapsRow('同意', 'first')).toContain('没有再记一次');

    // The desk: by the link of 客服, a yes, and from then on without a link.
    await player.scansCard(other ?? '');
    await player.tapsRow('是');
    await player.saysToKefu('办事台');
    const desk = await opened(page, () => phone.locator('.bubble a').last().click());
    await desk.screenshot({ path: join(pictures, 'desk-login.png') });
    await desk.getByRole('button', { name: '是我' }).click();
    await desk.goto(`${base}/desk/do/poll.vote?no=1&choice=同意`);
    await desk.getByRole('button', { name: '下一步' }).click();
    await desk.getByRole('button', { name: '确认' }).click();
    await desk.waitForURL(/poll\.vote\/\w/u);
    expect(await desk.innerText('main')).toContain('投了同意');
    await desk.screenshot({ path: join(pictures, 'desk.png') });
    await desk.close();
    const again = await opened(page, () => phone.getByRole('link', { name: '打开办事台' }).click());
    expect(await again.innerText('main')).toContain('等您办的');
    await again.close();

    // Paper: entered by one, checked by another.
    await phone.locator('select').selectOption(paper?.id ?? '');
    expect(await phone.innerText()).toContain('没有智能手机');
    await player.keeps('paper');
    await player.sends(offices.leader, sheet);
    const home = `${paper?.building}号楼${paper?.unit}单元${paper?.room}`;
    expect(await player.says(offices.leader, `1号纸票：${home} 同意`, 'single')).toContain('编号1');
    expect(await player.says('r007', '核对纸票1一致', 'single')).toContain('核对一致');

    // The residents' group: nothing is there before the secretary has tapped.
    await player.holds(zhou ?? '');
    await phone.getByRole('button', { name: '居民群' }).click();
    await player.moves('tomorrow18');
    await player.movesBy(45);
    expect(await phone.locator('.message').count()).toBe(0);
    await player.plays(offices.secretary);
    const task = page.locator('section[data-chat="single"] .message[data-kind="task"]').last();
    await task.waitFor();
    await player.keeps('task');
    await task.getByRole('button', { name: '发送' }).click();
    await phone.locator('.message').first().waitFor();
    expect(await phone.locator('.message').innerText()).toContain('楼道刷不刷白');
    await player.keeps('residents');

    expect(await player.says(offices.secretary, '1号结果')).toMatch(/4户/u);
    expect(complaints).toEqual([]);
  },
);
