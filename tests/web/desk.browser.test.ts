import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aBrowser, brokenRules, cutExamples, hasChromium, openAll, seen } from '../support/browser.js';
import { aDesk, deskLink } from '../support/desk.js';
import { homeOf, mattersOfAllKinds } from '../support/desk-story.js';
import type { Person } from '../support/neighbourhood.js';

/** What axe finds that depends on how a page looks; how it is built is the same in every look. */
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'target-size'];

function broken(page: Page, isFirstLook: boolean): Promise<string[]> {
  return brokenRules(page, isFirstLook ? {} : { runOnly: rulesOfLooks });
}

const kept = ['home', 'matter', 'plan', 'secretary', 'cashier', 'read', 'ballots'];

/** `SCREENSHOTS=folder` keeps a picture of what says most of how the desk looks. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder || !kept.includes(name.split('-')[0] ?? '')) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** What is touched and lower than `least`; links within a sentence are as high as their line. */
async function tooSmall(page: Page, least: number): Promise<string[]> {
  const touched = await seen(
    page,
    'a.touch, .eyebrow a, .bar a, button, .tick, .rows a, input:not([type=checkbox]):not([type=radio]), select, textarea, summary',
  );
  expect(touched.length).toBeGreaterThan(0);
  return touched.filter(({ height }) => height < least).map(({ height, text }) => `${height} ${text}`);
}

const looks = [
  { width: 360, colorScheme: 'light', size: 'usual' },
  { width: 360, colorScheme: 'dark', size: 'usual' },
  { width: 360, colorScheme: 'light', size: 'large' },
  { width: 1280, colorScheme: 'light', size: 'usual' },
  { width: 1280, colorScheme: 'dark', size: 'large' },
] as const;
type Look = (typeof looks)[number];

/** Sits down at the desk by a touch, in one look. */
async function seated(browser: Browser, base: string, who: Person, look: Look) {
  const { width, colorScheme } = look;
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  await page.goto(base + (await deskLink(who)));
  expect(await broken(page, look === looks[0])).toEqual([]);
  await page.getByRole('button', { name: '进入办事台' }).click();
  return page;
}

/** Looks at the page that is open, with all that can be opened on it. */
async function lookAt(page: Page, name: string, look: Look): Promise<void> {
  const { width, colorScheme, size } = look;
  await openAll(page);
  const at = `${name} ${width} ${colorScheme} ${size}`;
  expect(await broken(page, look === looks[0]), at).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), at).toBeLessThanOrEqual(0);
  expect(await tooSmall(page, 44), at).toEqual([]);
  expect(await cutExamples(page), at).toEqual([]);
  await picture(page, `${name}-${width}-${colorScheme}-${size}`);
}

test.runIf(hasChromium).each(looks)(
  'at $width px, $colorScheme and $size: axe finds nothing, nothing is sideways, targets are 44 px, and no script is needed',
  async look => {
    const grid = await mattersOfAllKinds();
    const base = await aDesk(grid);
    const browser = await aBrowser();

    const secretary = await seated(browser, base, grid.role('grid_secretary'), look);
    for (const [name, path] of [
      ['home', '/desk'],
      ['matter', '/desk/3'],
      ['plan', '/desk/2'],
      ['secretary', '/desk/lists/secretary'],
      ['building', '/desk/lists/building'],
      ['nothing', '/desk/999'],
      ['choices', '/desk/do/poll.track?no=3'],
      ['deeds', '/desk/do'],
      ['ballots', '/desk/ballots/3'],
      ['signin', '/desk/signin'],
      // The last one is filled in below.
      ['empty', '/desk/do/poll.open'],
    ] as const) {
      await secretary.goto(`${base}${path}?size=${look.size}`);
      await lookAt(secretary, name, look);
    }

    await secretary.getByLabel('表决什么').fill('楼道刷什么颜色');
    await secretary.getByLabel('选项').fill('白色\n米黄');
    await secretary.getByLabel('截止时间').fill('改天吧');
    await secretary.getByRole('button', { name: '下一步' }).click();
    await lookAt(secretary, 'fault', look);
    await secretary.getByLabel('截止时间').fill('明晚八点');
    await secretary.getByRole('button', { name: '下一步' }).click();
    await lookAt(secretary, 'confirm', look);
    await secretary.getByRole('button', { name: '确认' }).click();
    await lookAt(secretary, 'done', look);
    expect(await secretary.locator('main').textContent()).toContain('表决已发起');

    const cashier = await seated(browser, base, grid.role('cashier'), look);
    await cashier.goto(`${base}/desk/lists/cashier?size=${look.size}`);
    await lookAt(cashier, 'cashier', look);
    await cashier.getByRole('link', { name: '一次贴一批收款' }).last().click();
    await lookAt(cashier, 'paste', look);
    await cashier.getByRole('textbox').fill(`${homeOf(22)} 200\n${homeOf(20)} 200\n刘芳 300`);
    await cashier.getByRole('button', { name: '看读成了什么' }).click();
    await lookAt(cashier, 'read', look);
    await cashier.getByRole('button', { name: '把勾上的记账' }).click();
    await lookAt(cashier, 'booked', look);

    // What each office finds when it sits down, as on most phones and screens.
    if (look.colorScheme !== 'light' || look.size !== 'usual') return;
    for (const role of ['building_leader', 'cashier', 'bookkeeper', 'supervisor', 'community_secretary'] as const) {
      const page = await seated(browser, base, grid.role(role), look);
      await lookAt(page, `home-${role.replace('_', '')}`, look);
    }
    const resident = await seated(browser, base, grid.resident(40), look);
    await lookAt(resident, 'home-resident', look);
  },
);
