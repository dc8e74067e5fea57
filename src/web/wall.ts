import { Router } from 'koa-router';
import { dayOf } from '../domain/calendar.js';
import { isSameCommunity } from '../domain/county/county-access.js';
import { dispatchParts, together } from '../publish/county/dispatch-words.js';
import { wallPage } from '../publish/county/wall-page.js';
import { wallStyle } from '../publish/county/wall-style.js';
import { printed } from '../publish/printed.js';
import type { Grid } from '../store/people/grid.js';
import type { Store } from '../store/engine/store.js';
import type { OpenUnit } from '../store/engine/unit.js';
import { type WallLine, wallLine } from '../store/county/wall-chart.js';

/** Of one grid, or of all grids of its community. */
interface Wall {
  readonly place: string;
  readonly year: number;
  readonly lines: readonly WallLine[];
}

/**
 * The wall chart (挂图作战) for a meeting room's screen and for paper: `/board/GRID/wall` and `/board/GRID/wall/community`, each
 * with `.pdf` on A3. Part of the board, which answers all else. No project has such a number.
 */
export function wallRoutes({ store, now }: { store: Store; now: () => Date }): Router {
  const router = new Router();

  const wallOf = (code: string, isWhole: boolean): Promise<Wall | null> =>
    store.inUnit(async open => {
      const found = await gridsOf(open, code, isWhole);
      if (!found) return null;
      const year = Number(dayOf(now()).slice(0, 4));
      const lines: WallLine[] = [];
      for (const each of found.grids) lines.push(await wallLine(await open.within(each), year, now()));
      return { place: found.place, year, lines };
    });

  router.get('/board/wall.css', context => {
    context.type = 'css';
    context.set('Cache-Control', 'public, max-age=3600');
    context.body = wallStyle;
  });

  for (const [path, isWhole] of [
    ['/board/:grid/wall', false],
    ['/board/:grid/wall/community', true],
  ] as const) {
    router.get(path, async (context, next) => {
      const code = context.params['grid'] ?? '';
      const wall = await wallOf(code, isWhole);
      if (!wall) return next();
      context.type = 'html';
      context.body = wallPage({ ...wall, at: now(), code });
      return undefined;
    });

    router.get(`${path}.pdf`, async (context, next) => {
      const wall = await wallOf(context.params['grid'] ?? '', isWhole);
      if (!wall) return next();
      context.type = 'application/pdf';
      context.set('Content-Disposition', `inline; filename="wall-${wall.year}.pdf"`);
      context.body = await printed('wall', { ...wall, at: now() });
      return undefined;
    });
  }
  // The one page for a dispatch meeting: what it says is public, nobody is named in full.
  for (const [path, isWhole] of [
    ['/board/:grid/wall/dispatch.pdf', false],
    ['/board/:grid/wall/community/dispatch.pdf', true],
  ] as const) {
    router.get(path, async (context, next) => {
      const sheet = await store.inUnit(async open => {
        const found = await gridsOf(open, context.params['grid'] ?? '', isWhole);
        if (!found) return null;
        const parts = [];
        for (const each of found.grids) parts.push(await dispatchParts(await open.within(each), now()));
        const names = found.grids.map(({ name }) => name);
        return { place: found.place, parts: isWhole ? together(parts, names) : (parts[0] ?? []) };
      });
      if (!sheet) return next();
      context.type = 'application/pdf';
      context.set('Content-Disposition', 'inline; filename="dispatch.pdf"');
      context.body = await printed('dispatch', { ...sheet, at: now() });
      return undefined;
    });
  }
  return router;
}

const gridCode = /^[a-z0-9-]{1,64}$/;

/** The grid of that code, or all grids of its community in which something still happens; null where there is no such grid. */
async function gridsOf(
  open: OpenUnit,
  code: string,
  isWhole: boolean,
): Promise<{ place: string; grids: Grid[] } | null> {
  const grid = gridCode.test(code) ? await open.grids.byCode(code) : null;
  if (!grid) return null;
  if (!isWhole) return { place: `${grid.community} ${grid.name}`, grids: [grid] };
  return {
    place: grid.community,
    grids: (await open.grids.open()).filter(each => isSameCommunity(each, grid)),
  };
}
