import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wallPicture } from '../../src/publish/county/wall-picture.js';
import { Grid } from '../../src/store/people/grid.js';
import { wallLine } from '../../src/store/county/wall-chart.js';
import { sample } from '../../src/trial/sample-grid.js';
import { boardServed } from '../support/board.js';
import { aBrowser, brokenRules, hasChromium } from '../support/browser.js';
import { aNeighbourhood, type Neighbourhood, playedOnce } from '../support/neighbourhood.js';
import { aProject, noted, received } from '../support/works.js';

/** A grid with a late key project, another grid of its community without one, and the board on a real port. */
const aWallsGrid = playedOnce(async () => {
  const grid = await aNeighbourhood({ now: '2026-05-08T10:00:00+08:00' });
  const project = await aProject(grid, { title: '更换3号楼东头主水管' });
  await received(grid, project, { fen: 240_000, source: 'subsidy' });
  const secretary = grid.role('grid_secretary');
  await secretary.says('1号工期：拆旧5月9日30%，装管6月25日50%，试压7月5日20%');
  await secretary.says('1号定为2026年度攻坚项目：目标<b>120户</b>不再停水，现状每月停水三次，期限10月31日');
  await secretary.says('1号节点完成：拆旧');
  await grid.store.inUnit(async open => {
    const [own] = await open.grids.all();
    const row = { code: 'second', name: '二网格', community: own?.community ?? '', webhookKey: null, bindCode: null };
    const unit = await open.within(await open.grids.add({ ...row, nextNo: 1, createdAt: grid.now }));
    await unit.rows.keep(Grid, unit.grid);
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  return grid;
});

async function aWall() {
  const grid = await aWallsGrid();
  const base = await boardAddress(grid);
  return { grid, base };
}

test('the wall chart shows word and reason, progress by weights, goal, deadline, leader masked; no script, and what was said is text', async () => {
  const { base } = await aWall();

  const answer = await fetch(`${base}/wall`);
  const text = await answer.text();

  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(text).toMatch(/http-equiv="refresh" content="300"/u);
  for (const part of [
    '完成30%',
    '预警',
    '&lt;b&gt;120户&lt;/b&gt;',
    '每月停水三次',
    '10月31日',
    '网格书记',
    '已完成 拆旧',
  ])
    expect(text).toContain(part);
  expect(text).not.toContain('<script');
});

test('over the community every grid has a line, and one without a key project is flagged', async () => {
  const { base } = await aWall();

  const text = await (await fetch(`${base}/wall/community`)).text();

  expect(text).toContain('2个网格：1个有攻坚项目，1个还没有');
  expect(text).toMatch(/二网格[^]*还没有定年度攻坚项目/u);
});

test('both are PDFs on A3 too, and an unknown grid has none', async () => {
  const { base } = await aWall();
  for (const path of ['wall.pdf', 'wall/community.pdf']) {
    const answer = await fetch(`${base}/${path}`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1')).toContain('1190.55');
    keep(path.replace('/', '-'), bytes);
  }
  for (const path of ['wall', 'wall.pdf', 'wall/community'])
    expect((await fetch(base.replace(sample.code, 'nowhere') + `/${path}`)).status).toBe(404);
});

test('the one page for a dispatch, of the grid and of the community, is a PDF of one page', async () => {
  const { base } = await aWall();
  for (const path of ['wall/dispatch.pdf', 'wall/community/dispatch.pdf']) {
    const answer = await fetch(`${base}/${path}`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.toString('latin1').match(/\/Type \/Page\b/gu)).toHaveLength(1);
    keep(path.replaceAll('/', '-'), bytes);
    expect((await fetch(base.replace(sample.code, 'nowhere') + `/${path}`)).status).toBe(404);
  }
});

test('the picture for the group is a PNG below the limit of the channel', async () => {
  const { grid } = await aWall();
  const line = await grid.inUnit(unit => wallLine(unit, 2026, grid.now));
  expect(line.key?.percent).toBe(30);
  const png = line.key ? await wallPicture({ ...line, key: line.key }, grid.now) : Buffer.alloc(0);
  expect(png.length).toBeGreaterThan(10_000);
  expect(png.length).toBeLessThan(2_000_000);
  keep('wall-group.png', png);
});

test.skipIf(!hasChromium)(
  'on the screen of a meeting room it fits without scrolling, in large type, and axe finds nothing',
  { timeout: 240_000 },
  async () => {
    const { base } = await aWall();
    const browser = await aBrowser();
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, bypassCSP: true });
    for (const path of ['wall', 'wall/community']) {
      await page.goto(`${base}/${path}`);
      const size = await page.evaluate<{ high: number; wide: number; type: number }>(
        '({ high: document.documentElement.scrollHeight, wide: document.documentElement.scrollWidth, type: parseFloat(getComputedStyle(document.body).fontSize) })',
      );
      expect(size.high).toBeLessThanOrEqual(1080);
      expect(size.wide).toBeLessThanOrEqual(1920);
      expect(size.type).toBeGreaterThanOrEqual(40);
      // Nobody sits at this screen; who reads at home has the same on the board, which stands still.
      expect(await brokenRules(page, { rules: { 'meta-refresh': { enabled: false } } })).toEqual([]);
      keep(`${path.replace('/', '-')}.png`, await page.screenshot());
    }
  },
);

test.skipIf(!hasChromium)(
  'faults and days on which nobody looked stand on the project’s page, on a phone without scrolling sideways, and axe finds nothing',
  { timeout: 240_000 },
  async () => {
    const grid = await aNeighbourhood({ now: '2026-03-02T10:00:00+08:00' });
    await noted(grid, await aProject(grid), { text: '进场', percent: 10 });
    const supervisor = grid.role('supervisor');
    await supervisor.says('1号限期整改：焊口渗水，3月4日前');
    await supervisor.says('1号限期整改：围挡没装');
    await grid.role('grid_secretary').says('整改2完成');
    grid.now = new Date('2026-03-09T10:00:00+08:00');
    const base = await boardAddress(grid);
    const browser = await aBrowser();
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, bypassCSP: true });
    await page.goto(`${base}/1`);

    const card = page.locator('section.card', { hasText: '焊口渗水' });
    const words = await card.textContent();
    for (const part of ['开工以来有4个工作日没有巡查', '整改1：焊口渗水。', '已超期', '等监管小组复查'])
      expect(words).toContain(part);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await brokenRules(page)).toEqual([]);
    keep('supervision.png', await card.screenshot());
    keep('dispatch.pdf', Buffer.from(await (await fetch(`${base}/wall/dispatch.pdf`)).arrayBuffer()));
  },
);

/** The board on a real port: the address of the grid on it. */
async function boardAddress(grid: Neighbourhood): Promise<string> {
  return `${await boardServed(grid)}/board/${sample.code}`;
}

/** Where SCREENSHOTS names a folder, what was made is kept there to be looked at. */
function keep(name: string, bytes: Buffer): void {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}`, bytes);
}
