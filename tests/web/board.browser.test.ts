import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { boardServed } from '../support/board.js';
import { anEmptyGrid, aProject, aWholeProject, gridCode, inGrid } from '../support/board-story.js';
import { aBrowser, brokenRules, cutExamples, hasChromium, openAll, seen } from '../support/browser.js';
import { aMarket } from '../support/market.js';
import { aStore } from '../support/store.js';

const now = new Date('2026-03-02T10:00:00+08:00');

/** The addresses of a grid page, a project page, a page that is not there, a count sheet and the market, served for real. */
async function aBoard(): Promise<string[]> {
  const store = await aStore();
  await anEmptyGrid(store, now);
  const no = await aWholeProject(store, now);
  await inGrid(store, async unit => {
    await aProject(unit, now, { title: '这是一个非常长的标题'.repeat(50), state: 'rectification' });
    await aProject(unit, now, { title: 'A'.repeat(200), state: 'cancelled', pledgeClosesAt: now });
    await aProject(unit, now, { title: '飞线治理', state: 'pledging', pledgeClosesAt: now });
    await aMarket(unit, now);
    unit.journal.add('story', { by: 'operator', at: now });
  });
  onTestFinished(() => store.dataSource.destroy());
  const base = `${await boardServed({ store, now })}/board/${gridCode}`;
  return [base, `${base}/${no}`, `${base}/999`, `${base}/${no}/count`, `${base}/market`];
}

interface Look {
  readonly overflowPx: number;
  readonly smallestPx: number;
  readonly worstContrast: number;
}

/** Measures every visible piece of text on the page as the browser lays it out. */
const measure = `(() => {
  const luminance = rgb => {
    const [r, g, b] = rgb.match(/[\\d.]+/g).map(Number).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = element => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (colour !== 'rgba(0, 0, 0, 0)') return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  let smallestPx = Infinity, worstContrast = Infinity;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.textContent.trim()) continue;
    const element = walker.currentNode.parentElement;
    const style = getComputedStyle(element);
    smallestPx = Math.min(smallestPx, parseFloat(style.fontSize));
    const [light, dark] = [luminance(style.color), luminance(ground(element))].sort((a, b) => b - a);
    worstContrast = Math.min(worstContrast, (light + 0.05) / (dark + 0.05));
  }
  return { overflowPx: document.documentElement.scrollWidth - innerWidth, smallestPx, worstContrast };
})()`;

async function lookAt(page: Page, address: string): Promise<Look> {
  await page.goto(address);
  await openAll(page);
  return page.evaluate<Look>(measure);
}

test.runIf(hasChromium).each([
  { width: 360, colorScheme: 'light' as const },
  { width: 360, colorScheme: 'dark' as const },
  { width: 1280, colorScheme: 'light' as const },
  { width: 1280, colorScheme: 'dark' as const },
])('at $width px in $colorScheme mode every word is large, stands out, and fits', async ({ width, colorScheme }) => {
  const addresses = await aBoard();
  const browser = await aBrowser();
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  const complaints: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });

  for (const address of addresses) {
    for (const size of ['usual', 'large']) {
      const { overflowPx, smallestPx, worstContrast } = await lookAt(page, `${address}?size=${size}`);
      expect(overflowPx, address).toBeLessThanOrEqual(0);
      expect(smallestPx, address).toBeGreaterThanOrEqual(size === 'large' ? 24 : 18);
      expect(worstContrast, address).toBeGreaterThanOrEqual(4.5);
      expect(await cutExamples(page), address).toEqual([]);
    }
  }
  expect(complaints).toEqual([]);
});

/** `SCREENSHOTS=folder` keeps a picture of what was looked at. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

test.runIf(hasChromium).each([
  { width: 360, colorScheme: 'light' as const, size: 'usual' },
  { width: 360, colorScheme: 'dark' as const, size: 'usual' },
  { width: 360, colorScheme: 'light' as const, size: 'large' },
  { width: 1280, colorScheme: 'light' as const, size: 'usual' },
  { width: 1280, colorScheme: 'dark' as const, size: 'large' },
])('axe finds nothing on the $size pages at $width px in $colorScheme mode', async ({ width, colorScheme, size }) => {
  const addresses = await aBoard();
  const browser = await aBrowser();
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });

  for (const [index, address] of addresses.entries()) {
    await page.goto(`${address}?size=${size}`);
    expect(await brokenRules(page), address).toEqual([]);
    await picture(
      page,
      `board-${['grid', 'project', 'nothing', 'count', 'market'][index]}-${width}-${colorScheme}-${size}`,
    );
  }
});

test.runIf(hasChromium)(
  'the large mode is one tap, is kept, has type of 18 pt and targets of 60 px, and goes away by a tap',
  async () => {
    const [grid = '', project = ''] = await aBoard();
    const browser = await aBrowser();
    const page = await (
      await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled: true })
    ).newPage();
    await page.goto(project);

    await page.getByRole('link', { name: '换成大字' }).click();
    await page.goto(grid);
    await page.goto(project);

    const { overflowPx, smallestPx } = await lookAt(page, project);
    expect(overflowPx).toBeLessThanOrEqual(0);
    expect(smallestPx).toBeGreaterThanOrEqual(24);
    const touched = await seen(page, 'a, summary');
    expect(touched.length).toBeGreaterThan(3);
    for (const { x, height, text } of touched) if (x >= 0) expect(height, text).toBeGreaterThanOrEqual(60);
    await page.getByRole('link', { name: '恢复标准字' }).click();
    await page.goto(grid);
    expect(await page.getByRole('link', { name: '换成大字' }).count()).toBe(1);
  },
);

test.runIf(hasChromium)('the keyboard alone gets to the words, to the size and into a notice', async () => {
  const [, project = ''] = await aBoard();
  const browser = await aBrowser();
  const page = await browser.newPage();
  await page.goto(project);

  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('跳到正文');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('换成大字');
  await page.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('details[open]').count()).toBe(1);
});

test.runIf(hasChromium)('the keyboard alone gets from the board to the grid’s other pages and back', async () => {
  const [grid = ''] = await aBoard();
  const browser = await aBrowser();
  const page = await browser.newPage();
  await page.goto(grid);

  for (const link of ['年度攻坚项目挂图', '全社区的挂图']) {
    for (let tabs = 0; tabs < 30 && !(await page.locator(`:focus:text-is("${link}")`).count()); tabs += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/wall/u);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('到公示栏看全部账目');
    await page.keyboard.press('Enter');
    await page.waitForURL(grid);
  }
});

test.runIf(hasChromium)('a project page prints', async () => {
  const [, address = ''] = await aBoard();
  const browser = await aBrowser();
  const page = await browser.newPage();
  await page.goto(address);

  const pdf = await page.pdf({ format: 'A4' });

  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});
