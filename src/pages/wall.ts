import Router from 'koa-router';
import { dayOf } from '../domain/calendar.js';
import { wallPage } from '../publish/wall-page.js';
import { wallStyle } from '../publish/wall-style.js';
import type { Store } from '../store/unit.js';
import { type WallLine, wallLine } from '../store/wall-chart.js';

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
      const grid = /^[a-z0-9-]{1,64}$/.test(code) ? await open.grids.byCode(code) : null;
      if (!grid) return null;
      const year = Number(dayOf(now()).slice(0, 4));
      const grids = isWhole
        ? (await open.grids.open()).filter(({ community }) => community === grid.community)
        : [grid];
      const lines: WallLine[] = [];
      for (const each of grids) lines.push(await wallLine(await open.within(each), year, now()));
      return { place: isWhole ? grid.community : `${grid.community} ${grid.name}`, year, lines };
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
      const wall = await wallOf(context.params['grid'] ?? '', isWhole);
      if (!wall) return next();
      context.type = 'html';
      context.body = wallPage({ ...wall, at: now() });
      return undefined;
    });

    router.get(`${path}.pdf`, async (context, next) => {
      const wall = await wallOf(context.params['grid'] ?? '', isWhole);
      if (!wall) return next();
      // Loaded with the first sheet, as for the posters.
      const { wallPdf } = await import('../publish/wall-pdf.js');
      context.type = 'application/pdf';
      context.set('Content-Disposition', `inline; filename="wall-${wall.year}.pdf"`);
      context.body = await wallPdf({ ...wall, at: now() });
      return undefined;
    });
  }
  return router;
}
