import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Site } from './site.js';

export interface LookedAt {
  readonly pages: number;
  readonly sheets: number;
  /** What is wrong with a page: it scrolls sideways, axe finds something, a sheet has no page. */
  readonly faults: readonly string[];
}

/** What is opened, by the names that pictures are kept under. */
interface Addresses {
  /** At a desk and on a phone. */
  readonly pages: Readonly<Record<string, string>>;
  /** On the screen of a meeting room. */
  readonly walls?: Readonly<Record<string, string>>;
  /** Printed. */
  readonly sheets?: Readonly<Record<string, string>>;
}

export const yearPages: Addresses = {
  pages: { county: '/county', community: '/community/g001', market: '/board/g001/market' },
  walls: { 'wall-community': '/board/g001/wall/community', 'wall-grid': '/board/g001/wall' },
  sheets: {
    'wall-a3': '/board/g001/wall/community.pdf',
    'dispatch-pack': '/board/g001/wall/community/dispatch.pdf',
  },
};
export const contestPages: Addresses = { pages: { contest: '/board/g001/contest/1' } };

const widths = [360, 1280];
/** A picture of a page of 142 grids or 200 leaders stops here. */
const pictureHigh = 3200;

/** Opens pages in Chromium and draws sheets; with a folder, keeps a picture of each. */
export async function lookAtPages(site: Site, addresses: Addresses, folder?: string): Promise<LookedAt> {
  const faults: string[] = [];
  const { pages, walls = {}, sheets = {} } = addresses;
  if (folder) mkdirSync(folder, { recursive: true });
  const keep = (name: string, png: Buffer): void => {
    if (folder) writeFileSync(join(folder, `${name}.png`), png);
  };
  const browser = await aBrowser();
  try {
    for (const width of widths)
      for (const [name, path] of Object.entries(pages)) {
        const page = await openPage(browser, site, { path, width, height: 900 });
        faults.push(...(await faultsOf(page, path, width)));
        const high = await page.evaluate<number>('document.documentElement.scrollHeight');
        const clip = { x: 0, y: 0, width, height: Math.min(high, pictureHigh) };
        keep(`${name}-${width}`, await page.screenshot({ fullPage: true, clip }));
        await page.close();
      }
    for (const [name, path] of Object.entries(walls)) {
      const page = await openPage(browser, site, { path, width: 1920, height: 1080 });
      faults.push(...(await faultsOf(page, path, 1920)));
      keep(name, await page.screenshot());
      await page.close();
    }
  } finally {
    await browser.close();
  }
  for (const [name, path] of Object.entries(sheets)) keep(name, await drawn(site.base + path));
  const count = Object.keys(pages).length * widths.length + Object.keys(walls).length;
  return { pages: count, sheets: Object.keys(sheets).length, faults };
}

/** Debian's Chromium, or the one that CHROMIUM names; it looks nothing up outside this machine. */
async function aBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const quiet = ['quic', 'background-networking', 'component-update', 'sync'].map(what => `--disable-${what}`);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--no-first-run', ...quiet] });
}

async function openPage(
  browser: Browser,
  { base, cookie }: Site,
  { path, width, height }: { path: string; width: number; height: number },
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, bypassCSP: true });
  await page.context().addCookies([{ name: 'overview', value: cookie, url: base }]);
  const answer = await page.goto(base + path);
  if (answer?.status() !== 200) throw new Error(`${path} was answered with ${answer?.status()}`);
  return page;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function faultsOf(page: Page, path: string, width: number): Promise<string[]> {
  const isWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
  await page.evaluate(axe);
  // The wall chart renews itself: nobody sits at that screen.
  const rules = "{ resultTypes: ['violations'], rules: { 'meta-refresh': { enabled: false } } }";
  const found = await page.evaluate<string[]>(
    `axe.run(document, ${rules}).then(({ violations }) => violations.map(({ id }) => id))`,
  );
  return [
    ...(isWide ? [`${path} scrolls sideways at ${width} px`] : []),
    ...found.map(id => `${path} at ${width} px: axe finds ${id}`),
  ];
}

/** The first page of a sheet as a picture. */
async function drawn(address: string): Promise<Buffer> {
  const answer = await fetch(address);
  if (answer.status !== 200) throw new Error(`${address} was answered with ${answer.status}`);
  const data = new Uint8Array(await answer.arrayBuffer());
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale: 1.3 });
  // On Node the factory of pdf.js makes canvases that can be written as PNG.
  const factory = document.canvasFactory as {
    create(width: number, height: number): { canvas: { toBuffer(type: 'image/png'): Buffer } & object };
  };
  const { canvas } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, viewport } as unknown as Parameters<typeof page.render>[0]).promise;
  return canvas.toBuffer('image/png');
}
