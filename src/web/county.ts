import { hourMs } from '../domain/calendar.js';
import type { Context } from 'koa';
import { Router } from 'koa-router';
import { isSameCommunity } from '../domain/county/county-access.js';
import { accessOfLogin, beginSession, endSession } from '../operations/county/county-login.js';
import { cookieLine } from './cookie.js';
import { guarded } from './guarded.js';
import { dispatchParts, together } from '../publish/county/dispatch-words.js';
import { type GridFigures, figuresOf } from '../publish/county/county-figures.js';
import { countyList } from '../publish/county/county-list.js';
import { communityPage, countyPage, loginPage, refusedPage } from '../publish/county/county-pages.js';
import { type GridLine, linesFound } from '../publish/county/grid-line.js';
import { printed } from '../publish/printed.js';
import { csvOf, workbookOf } from '../publish/workbook.js';
import type { Grid } from '../store/people/grid.js';
import type { Store } from '../store/engine/store.js';
import { lookOf } from './look-of.js';
import { atPace } from './pace.js';
import { seeOther } from './show.js';
import { soughtIn } from './sought.js';

interface CountyParts {
  readonly store: Store;
  readonly now: () => Date;
  /** Chance, for sessions that nobody may guess. */
  readonly random: (bytes: number) => Buffer;
  /** True where the pages are served by https: then the cookie travels by nothing else. */
  readonly isSecure: boolean;
  readonly clockMs: () => number;
}

/** The pages of county, subdistricts and communities: read by those with the role, after a login by a one-time link. */
export function countyRoutes(parts: CountyParts): Router {
  const router = new Router();
  const paced = atPace(parts.clockMs);
  const paths = ['/county', '/community'];

  for (const path of paths) {
    router.use(path, guarded({ forms: true, cache: 'no-store' }));
    router.use(path, paced);
  }

  addLogin(router, parts);
  addPages(router, parts);

  for (const path of paths) router.get(`${path}{/*rest}`, refuse);
  return router;
}

/** One link logs in once; after it a cookie does. */
function addLogin(router: Router, { store, now, random, isSecure }: CountyParts): void {
  router.get('/county/login/:link', async context => {
    const link = context.params['link'] ?? '';
    const isGood = await store.inUnit(async open => (await open.logins.unused(link, now())) !== null);
    if (!isGood) return refuse(context);
    context.type = 'html';
    context.body = loginPage(lookOf(context, '/'));
  });

  router.post('/county/login/:link', async context => {
    const secret = random(32).toString('base64url');
    const begun = await store.inUnit(open =>
      beginSession(open, { link: context.params['link'] ?? '', secret, now: now() }),
    );
    if (!begun) return refuse(context);
    const seconds = Math.floor((begun.endsAt.getTime() - now().getTime()) / 1000);
    context.append('Set-Cookie', overviewCookie(secret, seconds, isSecure));
    seeOther(context, '/county');
  });

  router.post('/county/logout', async context => {
    await store.inUnit(open => endSession(open, { secret: context.cookies.get(cookie) ?? '', now: now() }));
    context.append('Set-Cookie', overviewCookie('', 0, isSecure));
    refuse(context);
    context.status = 200;
  });
}

/** The figures, the sheet for a dispatch, and a community's own page. */
function addPages(router: Router, parts: CountyParts): void {
  const { store, now } = parts;
  const kept = new KeptFigures(store, now);

  router.get('/county', async context => {
    const seen = await accessOf(parts, context);
    if (!seen) return refuse(context);
    const lines = await kept.of(seen.grids);
    // Who sees one community only gets its page at once.
    const [first] = seen.grids;
    const isOne = first && seen.grids.every(grid => isSameCommunity(grid, first));
    const page = isOne && seen.level === 'community' ? communityPage : countyPage;
    context.type = 'html';
    const q = soughtIn(context.query['q']);
    const look = lookOf(context, '/', q === '' ? [] : [`q=${encodeURIComponent(q)}`]);
    context.body = page({ level: seen.level, lines, q, now: now(), look });
  });

  // The figures of the grids that are shown, to reckon with.
  router.get('/county/figures.:kind', async (context, next) => {
    const { kind = '' } = context.params;
    if (kind !== 'xlsx' && kind !== 'csv') return next();
    const seen = await accessOf(parts, context);
    if (!seen) return refuse(context);
    const list = countyList(linesFound(await kept.of(seen.grids), soughtIn(context.query['q'])), now());
    context.set('Content-Disposition', `attachment; filename="grids.${kind}"`);
    context.type = kind;
    context.body = kind === 'csv' ? csvOf(list.rows) : await workbookOf([list]);
  });

  // The one page for a dispatch of all grids that the reader may see.
  router.get('/county/dispatch.pdf', async context => {
    const seen = await accessOf(parts, context);
    if (!seen) return refuse(context);
    const seenParts = [];
    for (const grid of seen.grids) seenParts.push(await store.inGrid(grid, unit => dispatchParts(unit, now())));
    const [first] = seen.grids;
    const place = { county: '全县', subdistrict: first?.subdistrict ?? '街道', community: first?.community ?? '社区' };
    const names = seen.grids.map(({ community, name }) => `${community} ${name}`);
    context.type = 'application/pdf';
    context.set('Content-Disposition', 'inline; filename="dispatch.pdf"');
    context.body = await printed('dispatch', {
      place: place[seen.level],
      parts: together(seenParts, names),
      at: now(),
    });
  });

  router.get('/community/:code', async context => {
    const seen = await accessOf(parts, context);
    const asked = seen?.grids.find(({ code }) => code === context.params['code']);
    if (!seen || !asked) return refuse(context);
    const lines = await kept.of(seen.grids.filter(grid => isSameCommunity(grid, asked)));
    context.type = 'html';
    context.body = communityPage({ level: seen.level, lines, now: now(), look: lookOf(context, '/') });
  });
}

/** Which grids the reader of this page may see, by the cookie of the login; null without one. */
function accessOf({ store, now }: CountyParts, context: Context) {
  return store.inUnit(async open => {
    const login = await open.logins.holderOf(context.cookies.get(cookie) ?? '', now());
    return login && accessOfLogin(open, login);
  });
}

function refuse(context: Context): void {
  context.status = 403;
  context.type = 'html';
  context.body = refusedPage(lookOf(context, '/'));
}

const cookie = 'overview';

function overviewCookie(value: string, seconds: number, isSecure: boolean): string {
  return cookieLine({ name: cookie, value, path: '/', seconds, sameSite: 'Strict', isSecure });
}

/** Each grid's figures, counted anew only when its record has changed or an hour has passed. */
class KeptFigures {
  private readonly ready = new Map<number, { readonly state: string; readonly figures: GridFigures }>();

  constructor(
    private readonly store: Store,
    private readonly now: () => Date,
  ) {}

  async of(grids: readonly Grid[]): Promise<GridLine[]> {
    const lines: GridLine[] = [];
    for (const grid of grids) lines.push({ grid, ...(await this.figures(grid)) });
    return lines;
  }

  private figures(grid: Grid): Promise<GridFigures> {
    return this.store.inGrid(grid, async unit => {
      const head = await unit.journal.last();
      const state = `${head?.digest} ${Math.floor(this.now().getTime() / hourMs)}`;
      const known = this.ready.get(grid.id);
      if (known?.state === state) return known.figures;
      const figures = await figuresOf(unit, this.now());
      this.ready.set(grid.id, { state, figures });
      return figures;
    });
  }
}
