import { randomBytes } from 'node:crypto';
import Koa from 'koa';
import { expect, test } from 'vitest';
import { verify } from '../../src/process/commands/verify.js';
import { createGrid } from '../../src/operations/people/set-up-grid.js';
import { countyRoutes } from '../../src/web/county.js';
import { together } from '../../src/domain/county/county-figures.js';
import { figuresOf } from '../../src/publish/county/county-figures.js';
import { JournalLine } from '../../src/store/engine/journal-line.js';
import { Login } from '../../src/store/county/login.js';
import { sampleResidents } from '../../src/trial/sample-grid.js';
import { boardOf } from '../support/board.js';
import { aBrowser, brokenRules, hasChromium } from '../support/browser.js';
import { aNeighbourhood, type Neighbourhood, type Person, playedOnce } from '../support/neighbourhood.js';
import { scored } from '../support/scored.js';
import { served } from '../support/server.js';
import { theStory } from '../support/twenty-households.js';
import { aProject, paid, received } from '../support/works.js';

const refused = '这一页不能打开';

/** A grid with projects, money and a closed poll, and the county's pages on a real port. */
const aStory = playedOnce(async () => {
  const grid = await aNeighbourhood();
  const works = await aProject(grid, { title: '更换<b>主水管</b>' });
  await received(grid, works, { fen: 240_000, source: 'subsidy' });
  await received(grid, works, { fen: 60_000 });
  await paid(grid, works, { fen: 50_000, why: '水管' });
  const planPublishedAt = new Date('2026-02-20T10:00:00+08:00');
  await aProject(grid, { title: '装路灯', state: 'plan_published', budgetFen: 100_000, planPublishedAt });
  const leader = grid.role('grid_secretary');
  await leader.says('2号发起表决，3天后截止');
  expect(leader.last.card?.title).toContain('2号表决');
  for (let index = 20; index < 37; index += 1) await grid.resident(index).says(index < 30 ? '2号同意' : '2号反对');
  await grid.until('2026-03-06T10:00:00+08:00');
  return grid;
});

async function aCounty({ isSecure = false } = {}) {
  const grid = await aStory();
  const app = new Koa();
  app.use(
    countyRoutes({
      clockMs: () => performance.now(),
      store: grid.store,
      now: () => grid.now,
      random: randomBytes,
      isSecure,
    }).routes(),
  );
  app.use(boardOf(grid));
  return { grid, base: await served(app) };
}

/** The path of the link that the bot gives in private. */
async function linkFor(person: Person, said = '县级看板'): Promise<string> {
  const words = await person.says(said, { chat: 'single' });
  const [path] = /\/county\/login\/[\w-]+/u.exec(words) ?? [];
  if (!path) throw new Error(words);
  return path;
}

async function enter(base: string, path: string) {
  const answer = await fetch(base + path, { method: 'POST', redirect: 'manual' });
  const set = answer.headers.get('set-cookie') ?? '';
  return { status: answer.status, set, cookie: set.split(';')[0] ?? '' };
}

async function read(base: string, path: string, cookie = '') {
  const answer = await fetch(base + path, { headers: { cookie } });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

function admin(grid: Neighbourhood): Person {
  return grid.role('county_admin');
}

test('a link opens once, from a press and not from a look; its session is HttpOnly and SameSite=Strict, Secure on https', async () => {
  const { grid, base } = await aCounty({ isSecure: true });
  const path = await linkFor(admin(grid));
  expect((await read(base, path)).status).toBe(200);

  const first = await enter(base, path);
  const again = await enter(base, path);

  expect(first.status).toBe(303);
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Max-Age=3600']) expect(first.set).toContain(part);
  expect(again).toMatchObject({ status: 403, cookie: '' });
  const page = await read(base, '/county', first.cookie);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/u);
  const rows = await grid.store.dataSource.manager.find(Login);
  expect(JSON.stringify(rows)).not.toContain(path.split('/').at(-1));
  expect(JSON.stringify(rows)).not.toContain(first.cookie.split('=')[1]);
  expect(await grid.journal()).toEqual(expect.arrayContaining(['overview.link', 'overview.open']));
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('no login, a forged, an expired link, an expired session: 403 and a sentence', async () => {
  const { grid, base } = await aCounty();
  const path = await linkFor(admin(grid));
  const { cookie } = await enter(base, await linkFor(admin(grid)));
  for (const [asked, held] of [
    ['/county', ''],
    ['/county', 'overview=forged'],
    ['/county/login/forged', ''],
    ['/community/nowhere', cookie],
    ['/county/anything', cookie],
  ] as const) {
    const { status, text } = await read(base, asked, held);
    expect(status).toBe(403);
    expect(text).toContain(refused);
  }
  grid.now = new Date(grid.now.getTime() + 10 * 60_000);
  expect((await read(base, path)).status).toBe(403);
  expect((await enter(base, path)).status).toBe(403);
  grid.now = new Date(grid.now.getTime() + 50 * 60_000);
  expect((await read(base, '/county', cookie)).status).toBe(403);
});

test('a resident gets no link, nobody gets one in the group, and sessions can be left and revoked', async () => {
  const { grid, base } = await aCounty();
  for (const person of [grid.resident(40), grid.role('building_leader'), grid.role('cashier')]) {
    const said = await person.says('县级看板', { chat: 'single' });
    expect(said).toContain('社区书记');
    expect(said).not.toContain('/county/login');
  }
  expect(await admin(grid).says('县级看板')).toContain('私聊');
  expect(await grid.resident(40).says('撤销登录', { chat: 'single' })).toContain('县级管理员');

  const own = await enter(base, await linkFor(admin(grid)));
  const other = await enter(base, await linkFor(grid.role('community_secretary'), '社区看板'));
  expect((await read(base, '/county', other.cookie)).text).toContain('社区看板');

  expect(await admin(grid).says('退出看板', { chat: 'single' })).toContain('已退出');
  expect((await read(base, '/county', own.cookie)).status).toBe(403);
  expect((await read(base, '/county', other.cookie)).status).toBe(200);
  expect(await admin(grid).says('撤销登录', { chat: 'single' })).toContain('共1个');
  expect((await read(base, '/county', other.cookie)).status).toBe(403);

  const last = await enter(base, await linkFor(admin(grid)));
  const left = await fetch(`${base}/county/logout`, { method: 'POST', headers: { cookie: last.cookie } });
  expect(left.headers.get('set-cookie')).toContain('Max-Age=0');
  expect((await read(base, '/county', last.cookie)).status).toBe(403);
});

test('a role that has ended shows nothing, though the session lasts', async () => {
  const { grid, base } = await aCounty();
  const { cookie } = await enter(base, await linkFor(admin(grid)));
  expect((await read(base, '/county', cookie)).status).toBe(200);

  await grid.store.dataSource.query(`DELETE FROM role WHERE role = 'county_admin'`);

  expect((await read(base, '/county', cookie)).status).toBe(403);
});

test('a community’s secretary sees the own community and no other', async () => {
  const { grid, base } = await aCounty();
  await grid.store.inUnit(open =>
    createGrid(open, { code: 'elsewhere', name: '别处网格', community: '别的社区', now: grid.now }),
  );

  const own = await enter(base, await linkFor(grid.role('community_secretary'), '社区看板'));
  expect((await read(base, '/county', own.cookie)).text).not.toContain('别处网格');
  expect((await read(base, '/community/elsewhere', own.cookie)).status).toBe(403);

  const all = await enter(base, await linkFor(admin(grid)));
  expect((await read(base, '/county', all.cookie)).text).toContain('别处网格');
  expect((await read(base, '/community/elsewhere', all.cookie)).text).toContain('别的社区');
});

test('what was said is text on the page, nothing is a script, and no resident is named', async () => {
  const { grid, base } = await aCounty();
  const { cookie } = await enter(base, await linkFor(admin(grid)));
  const county = await read(base, '/county', cookie);
  const [community] = /\/community\/[\w-]+/u.exec(county.text) ?? [];
  const drilled = await read(base, community ?? '', cookie);

  expect(drilled.status).toBe(200);
  expect(drilled.text).toContain('更换&lt;b&gt;主水管');
  for (const text of [county.text, drilled.text]) {
    expect(text).not.toContain('<script');
    for (const { name, userid } of sampleResidents()) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(userid);
    }
  }
});

test('every figure of the page comes out of the rows again, counted another way', async () => {
  const { grid, base } = await aCounty();
  const sql = async (words: string): Promise<Record<string, unknown>[]> => grid.store.dataSource.query(words);
  const { figures } = await grid.inUnit(unit => figuresOf(unit, grid.now));

  const entries = await sql('SELECT postings FROM ledger_entry');
  const moved = entries.flatMap(
    ({ postings }) =>
      (typeof postings === 'string' ? JSON.parse(postings) : postings) as {
        from: string;
        to: string;
        amountFen: number;
      }[],
  );
  const came = (source: string) =>
    moved.filter(({ to }) => to === `cash/${source}`).reduce((sum, { amountFen }) => sum + amountFen, 0);
  expect(figures.receivedBySource).toEqual({ subsidy: came('subsidy'), residents: came('residents') });
  expect(figures.spentFen).toBe(
    moved.filter(({ to }) => to.startsWith('spent')).reduce((sum, { amountFen }) => sum + amountFen, 0),
  );
  const one = async (words: string) => Number((await sql(words))[0]?.['n']);
  expect(figures.projects).toBe(await one('SELECT count(*) AS n FROM project'));
  expect(figures.households).toBe(await one('SELECT count(*) AS n FROM household'));
  expect(figures.voted).toBe(await one('SELECT count(*) AS n FROM ballot'));
  expect(figures.voted).toBe(17);
  expect(figures.could).toBe(figures.households);
  expect(figures.points).toBe(await one('SELECT coalesce(sum(points), 0) AS n FROM redemption'));

  const { cookie } = await enter(base, await linkFor(admin(grid)));
  const { text } = await read(base, '/county', cookie);
  for (const shown of ['2,400元', '600元', '14.4%', '1/1']) expect(text).toContain(shown);
});

test('the grids are found by their names, and their figures are taken away as a table', async () => {
  const { grid, base } = await aCounty();
  await grid.store.inUnit(open =>
    createGrid(open, { code: 'elsewhere', name: '=别处网格', community: '别的社区', now: grid.now }),
  );
  const { cookie } = await enter(base, await linkFor(admin(grid)));
  const q = `q=${encodeURIComponent('别 处')}`;
  const found = (await read(base, `/county?${q}`, cookie)).text;

  expect(found).toContain('1个网格一览');
  expect(found).not.toContain('/community/yinshua');
  expect(found).toContain(`href="/county/figures.xlsx?${q}"`);
  expect((await read(base, `/county?q=${encodeURIComponent('没有这里')}`, cookie)).text).toContain('没有找到');

  const all = await read(base, '/county/figures.csv', cookie);
  expect(all.headers.get('content-type')).toContain('text/csv');
  const [, heads = '', first = '', second = ''] = all.text.split('\r\n');
  expect(heads.split(',').slice(0, 6)).toEqual(['街道', '社区', '网格', '户数', '项目', '已验收']);
  const cell = (head: string): string | undefined => first.split(',')[heads.split(',').indexOf(head)];
  expect(['户数', '表决参与率', '实收（元）', '政策奖补（元）', '支出（元）', '积分兑换'].map(cell)).toEqual([
    '118',
    '14.4%',
    '3000.00',
    '2400.00',
    '500.00',
    '0次',
  ]);
  // A name is a text, and no formula.
  expect(second).toContain(`"'=别处网格"`);
  expect((await read(base, `/county/figures.csv?${q}`, cookie)).text).not.toContain('14.4%');
  const book = await fetch(`${base}/county/figures.xlsx`, { headers: { cookie } });
  expect(
    Buffer.from(await book.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  expect((await read(base, '/county/figures.xlsx')).status).toBe(403);
  const own = await enter(base, await linkFor(grid.role('community_secretary'), '社区看板'));
  expect((await read(base, '/county/figures.csv', own.cookie)).text).not.toContain('别处网格');
});

test('benefits stand on the page by level, counted in households from five on, and never of a person', async () => {
  const { grid, base } = await aCounty();
  const secretary = grid.role('grid_secretary');
  for (const offer of ['取暖费减300元，1050分以上，热力公司', '理发八折，1000分以上，社区理发店'])
    await secretary.says(`登记优惠：${offer}，依据桓信办〔2022〕3号`);
  await scored(grid, 50, 51, 52, 53);
  for (const nth of [50, 51, 52, 53]) await grid.resident(nth).says('领优惠1');
  await grid.resident(53).says('领优惠2');
  const { cookie } = await enter(base, await linkFor(admin(grid)));
  const figures = async () => (await grid.inUnit(unit => figuresOf(unit, grid.now))).figures;
  expect(await figures()).toMatchObject({ benefits: 2, enjoying: {} });
  expect((await read(base, '/county', cookie)).text).toMatch(/信用优惠[^]*现在有2项优惠/u);

  await scored(grid, 54);
  await grid.resident(54).says('领优惠1');

  expect(await figures()).toMatchObject({ enjoying: { AAA: 5 } });
  const { text } = await read(base, '/county', cookie);
  expect(text).toMatch(/<td>AAA<\/td>\s*<td class="number">5户<\/td>/u);
  // One household enjoys the other benefit: that is nobody's business.
  expect(text).not.toContain('不分级</td>');
  expect(together([await figures(), await figures()])).toMatchObject({ benefits: 4, enjoying: { AAA: 10 } });
});

test('every figure comes out of the journal alone', async () => {
  const grid = await theStory();
  const { figures } = await grid.inUnit(unit => figuresOf(unit, grid.now));
  const journal = await grid.inUnit(async unit =>
    unit.manager.find(JournalLine, { where: { gridId: unit.grid.id }, order: { seq: 'ASC' } }),
  );
  const lines = (deed: string, wanted: Record<string, unknown> = {}) =>
    journal.filter(line => line.deed === deed && Object.entries(wanted).every(([key, is]) => line.facts[key] === is));
  const sum = (deed: string, fact: string) => lines(deed).reduce((all, { facts }) => all + Number(facts[fact]), 0);
  const at = (deed: string, wanted?: Record<string, unknown>) => lines(deed, wanted)[0]?.at.getTime() ?? Number.NaN;

  expect(figures.households).toBe(sum('roster.import', 'added'));
  expect(figures.projects).toBe(lines('proposal.open').length);
  expect(figures.accepted).toBe(lines('project.accept', { signed: 2 }).length);
  expect(figures.could).toBe(sum('poll.open', 'households'));
  expect(figures.voted).toBe(sum('poll.close', 'voted'));
  expect(figures.pledgedFen).toBe(sum('pledge.money', 'amountFen'));
  expect(figures.receivedBySource).toEqual({ residents: sum('funds.receive', 'amountFen') });
  expect(figures.spentFen).toBe(sum('funds.spend', 'amountFen'));
  expect(figures.steps.map(({ totalMs }) => totalMs)).toEqual([
    at('proposal.classify') - at('proposal.open'),
    at('plan.approve') - at('proposal.classify'),
    at('progress.report', { percent: 100 }) - at('plan.approve'),
    at('project.accept', { signed: 2 }) - at('progress.report', { percent: 100 }),
  ]);
  // This grid has not taken up the board of paper: a notice is in time when the group has it, and none is owed at the end.
  const sheets = lines('notice.publish').filter(({ facts }) =>
    ['plan', 'result', 'funds', 'statement', 'final'].includes(String(facts['kind'])),
  );
  expect(sheets.length).toBeGreaterThan(5);
  expect([figures.onTime, figures.due]).toEqual([sheets.length, sheets.length]);
  expect(figures.redemptions).toBe(lines('credit.redeem').length);
});

test.skipIf(!hasChromium)('the pages fit a phone and a desk, and axe finds nothing', async () => {
  const { grid, base } = await aCounty();
  const { cookie } = await enter(base, await linkFor(admin(grid)));
  const { text } = await read(base, '/county', cookie);
  const [community = ''] = /\/community\/[\w-]+/u.exec(text) ?? [];
  const browser = await aBrowser();
  for (const width of [360, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 800 }, bypassCSP: true });
    await page.context().addCookies([{ name: 'overview', value: cookie.split('=')[1] ?? '', url: base }]);
    for (const path of ['/county', community, await linkFor(admin(grid)), '/county/forged']) {
      await page.goto(base + path);
      const { scroll, inner } = await page.evaluate<{ scroll: number; inner: number }>(
        '({ scroll: document.documentElement.scrollWidth, inner: innerWidth })',
      );
      expect(scroll, path).toBeLessThanOrEqual(inner);
      expect(await brokenRules(page), path).toEqual([]);
    }
  }
});

test('the one page for a dispatch of the whole county is a PDF behind the login, and for nobody else', async () => {
  const { grid, base } = await aCounty();
  const { cookie } = await enter(base, await linkFor(admin(grid)));

  expect((await read(base, '/county', cookie)).text).toContain('href="/county/dispatch.pdf"');
  const answer = await fetch(`${base}/county/dispatch.pdf`, { headers: { cookie } });
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toMatch(/\/Type \/Page\b/u);
  expect((await read(base, '/county/dispatch.pdf')).status).toBe(403);
});
