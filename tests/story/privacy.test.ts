import { randomBytes } from 'node:crypto';
import { unzipSync } from 'fflate';
import Koa from 'koa';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { exportPoll } from '../../src/publish/poll/export-poll.js';
import { countyRoutes } from '../../src/web/county.js';
import { projectDossier } from '../../src/publish/notice/dossier.js';
import { sample, sampleResidents } from '../../src/trial/sample-grid.js';
import { boardOf, unhurried } from '../support/board.js';
import type { Neighbourhood } from '../support/neighbourhood.js';
import { anAgreement } from '../support/market.js';
import { served } from '../support/server.js';
import { phone, theStory } from '../support/twenty-households.js';

const residents = sampleResidents();

/** What may stand nowhere in public: full names, addresses down to the room, phone numbers, accounts. */
function secretsIn(text: string): string[] {
  const names = residents.map(({ name }) => name);
  const rooms = residents.map(({ building, unit, room }) => `${building}号楼${unit}单元${room}`);
  const shorts = residents.map(({ building, unit, room }) => `${building}-${unit}-${room}`);
  const userids = residents.map(({ userid }) => userid).filter(userid => new RegExp(`\\b${userid}\\b`).test(text));
  return [...names, ...rooms, ...shorts, phone, '太贵了'].filter(secret => text.includes(secret)).concat(userids);
}

/** The words of a sheet, page by page: a PDF packs them, so a search in its bytes finds nothing. */
async function wordsOfPdf(data: Uint8Array): Promise<string> {
  const { numPages, getPage } = await opened(data);
  const pages = await Promise.all(Array.from({ length: numPages }, (_, index) => getPage(index + 1)));
  return pages.join('\n');
}

async function opened(data: Uint8Array): Promise<{ numPages: number; getPage: (no: number) => Promise<string> }> {
  const document = await getDocument({ data, verbosity: 0 }).promise;
  return {
    numPages: document.numPages,
    getPage: async no =>
      (await (await document.getPage(no)).getTextContent()).items.map(item => ('str' in item ? item.str : '')).join(''),
  };
}

/** Everything that stands in the files of a workbook, which is a ZIP. */
function wordsOfWorkbook(bytes: Uint8Array): string {
  return Object.values(unzipSync(bytes))
    .map(file => Buffer.from(file).toString('utf8'))
    .join('\n');
}

/** Every page that can be reached from the grid's page by links, with the words of each. */
async function crawl(grid: Neighbourhood): Promise<Map<string, string>> {
  const app = new Koa();
  const clockMs = unhurried();
  app.use(boardOf(grid, { clockMs }));
  const county = { store: grid.store, now: () => grid.now, random: randomBytes, isSecure: false, clockMs };
  app.use(countyRoutes(county).routes());
  const base = await served(app);
  const given = await grid.role('county_admin').says('县级看板', { chat: 'single' });
  const [link = ''] = /\/county\/login\/[\w-]+/u.exec(given) ?? [];
  const login = await fetch(base + link, { method: 'POST', redirect: 'manual' });
  const headers = { cookie: login.headers.get('set-cookie')?.split(';')[0] ?? '' };
  const seen = new Map<string, string>();
  const ahead = ['/county', `/community/${sample.code}`, `/board/${sample.code}`];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (seen.has(path)) continue;
    const response = await fetch(base + path, { headers });
    expect(response.status, path).toBe(200);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = path.endsWith('.pdf')
      ? await wordsOfPdf(bytes)
      : path.endsWith('.xlsx')
        ? wordsOfWorkbook(bytes)
        : Buffer.from(bytes).toString('utf8');
    seen.set(path, text);
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    for (const [, href = ''] of text.matchAll(/href="([^"#]*)[^"]*"/g))
      // The help is the same for all and has homes for examples; nothing of the record goes into it.
      if (href !== '' && !href.startsWith('/help/'))
        ahead.push(new URL(href.replaceAll('&amp;', '&'), base + path).href.slice(base.length));
  }
  return seen;
}

test(
  'no page, post or export of a whole project holds a full name, a room, a phone number or a voter’s choice',
  { timeout: 300_000 },
  async () => {
    const grid = await theStory();
    await anAgreement(grid);

    const pages = await crawl(grid);
    const posts = await grid.posts();
    const dossier = await grid.inUnit(async unit => {
      const project = await unit.projects.byNo(1);
      return project && projectDossier(unit, project, { now: grid.now, random: () => 0.5 });
    });
    const sheet = await grid.inUnit(unit => exportPoll(unit, 1, () => 0.5));

    // The story went all the way, and the search finds what it looks for.
    for (const words of ['结果公告', '资金公示', '进度公示', '决算公示']) expect(posts.join('\n')).toContain(words);
    expect(secretsIn(`${residents[60]?.name} 1-1-101 r061 ${phone}`).length).toBeGreaterThanOrEqual(3);
    expect(pages.size).toBeGreaterThan(10);
    for (const path of ['wall', 'wall/community', 'market'])
      expect(pages.has(`/board/${sample.code}/${path}`), path).toBe(true);
    expect(pages.get('/county')).toContain('1个网格一览');
    // Voices stand under codes alone.
    expect(pages.get(`/board/${sample.code}/1/count`)).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
    const sheets = [...pages].filter(([path]) => path.includes('/poster/'));
    expect(sheets.length).toBeGreaterThan(3);
    for (const [path, text] of sheets) expect(text, path).toContain('校验码');
    expect([...pages].some(([path, text]) => path.endsWith('.xlsx') && text.includes('凭证'))).toBe(true);
    for (const [path, text] of pages) expect(secretsIn(text), path).toEqual([]);
    expect(posts.length).toBeGreaterThan(10);
    for (const post of posts) expect(secretsIn(post), post).toEqual([]);
    expect(secretsIn(JSON.stringify(sheet))).toEqual([]);
    // The dossier is for those who answer for the project: accounts stand in its chains, but nobody's name, home or choice.
    const files = Object.entries(unzipSync(dossier?.zip ?? new Uint8Array()));
    expect(files.length).toBeGreaterThan(15);
    const accounts = new Set(residents.map(({ userid }) => userid));
    for (const [path, bytes] of files) {
      const found = secretsIn(Buffer.from(bytes).toString('utf8')).filter(secret => !accounts.has(secret));
      expect(found, path).toEqual([]);
    }
  },
);
