import { existsSync } from 'node:fs';
import { type Browser, type Page, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** Debian's Chromium, or the one that CHROMIUM names. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export const hasChromium = existsSync(executablePath);
if (!hasChromium) {
  process.stderr.write(`\n*** SKIPPED: the browser tests. No Chromium at ${executablePath}; install it. ***\n\n`);
}

/** A browser that looks nothing up outside this machine, closed when the test ends. */
export async function aBrowser(): Promise<Browser> {
  const quiet = ['quic', 'background-networking', 'component-update', 'sync'].map(what => `--disable-${what}`);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--no-first-run', ...quiet] });
  onTestFinished(() => browser.close());
  return browser;
}

interface Seen {
  readonly x: number;
  readonly height: number;
  readonly text: string;
}

/** Everything of these kinds that can be seen, asked in one go: a page of deeds has hundreds, and each question to the browser takes milliseconds. */
export async function seen(page: Page, kinds: string): Promise<Seen[]> {
  return page.evaluate<Seen[]>(`[...document.querySelectorAll(${JSON.stringify(kinds)})]
    .map(each => ({ each, box: each.getBoundingClientRect() }))
    .filter(({ each, box }) => box.width > 0 && box.height > 0 && getComputedStyle(each).visibility === 'visible')
    .map(({ each, box }) => ({ x: box.x, height: box.height, text: each.textContent ?? '' }))`);
}

/** Opens all that can be opened on a page. */
export async function openAll(page: Page): Promise<void> {
  await page.evaluate(`document.querySelectorAll('summary').forEach(each => each.click())`);
}
