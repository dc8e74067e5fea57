import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type Page, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** Debian's Chromium, or the one that CHROMIUM names. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export const hasChromium = existsSync(executablePath);
if (!hasChromium) {
  process.stderr.write(`\n*** SKIPPED: the browser tests. No Chromium at ${executablePath}; install it. ***\n\n`);
}

let kept: Promise<Browser> | undefined;
let unused: NodeJS.Timeout | undefined;
/** Closed so long after its last test: the next one takes it over, and a worker that is ended without a word leaves no browser behind. */
const unusedMs = 2000;

/** A browser that looks nothing up outside this machine: one for tests that follow one another, whose windows are closed when the test ends. */
export async function aBrowser(): Promise<Browser> {
  clearTimeout(unused);
  const browser = await (kept ??= launched());
  onTestFinished(async () => {
    await Promise.all(browser.contexts().map(context => context.close()));
    unused = setTimeout(() => {
      kept = undefined;
      void browser.close();
    }, unusedMs);
  });
  return browser;
}

/** On a machine with much else to do a page takes longer than the half minute that Playwright gives it. */
const patienceMs = 150_000;

async function launched(): Promise<Browser> {
  const quiet = ['quic', 'background-networking', 'component-update', 'sync'].map(what => `--disable-${what}`);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--no-first-run', ...quiet] });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async how => {
    const context = await newContext(how);
    context.setDefaultTimeout(patienceMs);
    return context;
  };
  return browser;
}

/** axe-core as it is packaged; put into the page from outside, past the Content-Security-Policy. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that axe finds broken, with the elements, the small ones too; what it finds in order it need not name one by one. */
export async function brokenRules(
  page: Page,
  asked: { readonly runOnly?: readonly string[]; readonly rules?: Readonly<Record<string, { enabled: boolean }>> } = {},
): Promise<string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe);
  return page.evaluate<string[]>(
    `axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...asked })}).then(({ violations }) => violations.flatMap(({ id, impact, nodes }) => nodes.map(node => impact + ' ' + id + ' ' + node.target)))`,
  );
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

/** The examples in empty fields that are wider than their field, and so lose their end. */
export function cutExamples(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('input[placeholder]')].flatMap(field => {
    const style = getComputedStyle(field);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return pen.measureText(field.placeholder).width > room ? [field.placeholder] : [];
  })`);
}
