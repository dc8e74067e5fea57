import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { boardRoutes } from '../src/board.js';
import { anEmptyGrid, aProject, aWholeProject, gridCode, inGrid } from './support/board-story.js';
import { aBrowser, hasChromium } from './support/browser.js';
import { aStore } from './support/store.js';

const now = new Date('2026-03-02T10:00:00+08:00');

/** The addresses of a grid page and a project page, served for real. */
async function aBoard(): Promise<string[]> {
  const store = await aStore();
  await anEmptyGrid(store, now);
  const no = await aWholeProject(store, now);
  await inGrid(store, async unit => {
    await aProject(unit, now, { title: '这是一个非常长的标题'.repeat(50), state: 'rectification' });
    await aProject(unit, now, { title: 'A'.repeat(200), state: 'cancelled', pledgeClosesAt: now });
    await aProject(unit, now, { title: '飞线治理', state: 'pledging', pledgeClosesAt: now });
    unit.journal.add('story', { by: 'operator', at: now });
  });
  const app = new Koa();
  app.use(boardRoutes({ store, now: () => now }).routes());
  const server = app.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(async () => {
    await new Promise(resolve => server.close(resolve));
    await store.dataSource.destroy();
  });
  const base = `http://127.0.0.1:${port}/board/${gridCode}`;
  return [base, `${base}/${no}`, `${base}/999`];
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
  for (const summary of await page.locator('summary').all()) await summary.click();
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
    const { overflowPx, smallestPx, worstContrast } = await lookAt(page, address);
    expect(overflowPx, address).toBeLessThanOrEqual(0);
    expect(smallestPx, address).toBeGreaterThanOrEqual(18);
    expect(worstContrast, address).toBeGreaterThanOrEqual(4.5);
  }
  expect(complaints).toEqual([]);
});

test.runIf(hasChromium)('a project page prints', async () => {
  const [, address = ''] = await aBoard();
  const browser = await aBrowser();
  const page = await browser.newPage();
  await page.goto(address);

  const pdf = await page.pdf({ format: 'A4' });

  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});
