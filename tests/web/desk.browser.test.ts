import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aBrowser, hasChromium } from '../support/browser.js';
import { aDesk, deskLink } from '../support/desk.js';
import { mattersOfAllKinds } from '../support/desk-story.js';

/** axe-core as it is packaged; put into the page from outside, past the Content-Security-Policy. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function broken(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.flatMap(({ id, impact, nodes }) => nodes.map(node => impact + ' ' + id + ' ' + node.target)))`,
  );
}

/** `SCREENSHOTS=folder` keeps a picture of what was looked at. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** What is touched and lower than `least`; links within a sentence are as high as their line. */
async function tooSmall(page: Page, least: number): Promise<string[]> {
  const found: string[] = [];
  for (const target of await page
    .locator(
      '.bar a:visible, button:visible, .rows a:visible, input:visible, select:visible, textarea:visible, summary:visible',
    )
    .all()) {
    const box = await target.boundingBox();
    if (box && box.height < least) found.push(`${box.height} ${(await target.textContent()) ?? ''}`);
  }
  return found;
}

const looks = [
  { width: 360, colorScheme: 'light', size: 'usual' },
  { width: 360, colorScheme: 'dark', size: 'usual' },
  { width: 360, colorScheme: 'light', size: 'large' },
  { width: 1280, colorScheme: 'light', size: 'usual' },
  { width: 1280, colorScheme: 'dark', size: 'large' },
] as const;

test.runIf(hasChromium)(
  'home and matters are entered by a touch, without script; axe finds nothing, nothing is sideways, targets are 44 px',
  async () => {
    const grid = await mattersOfAllKinds();
    const base = await aDesk(grid);
    const browser = await aBrowser();
    for (const { width, colorScheme, size } of looks) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      await page.goto(base + (await deskLink(grid.role('grid_secretary'))));
      expect(await broken(page)).toEqual([]);
      await page.getByRole('button', { name: '进入办事台' }).click();
      for (const [name, path] of [
        ['home', '/desk'],
        ['matter', '/desk/3'],
        ['nothing', '/desk/999'],
      ] as const) {
        await page.goto(`${base}${path}?size=${size}`);
        for (const summary of await page.locator('summary').all()) await summary.click();
        const at = `${name} ${width} ${colorScheme} ${size}`;
        expect(await broken(page), at).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), at).toBeLessThanOrEqual(0);
        expect(await tooSmall(page, 44), at).toEqual([]);
        await picture(page, `${name}-${width}-${colorScheme}-${size}`);
      }
      await context.close();
    }
  },
);
