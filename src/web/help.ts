import { Router } from 'koa-router';
import { framed, nothingHere } from '../publish/board-frame.js';
import { type HelpLine, helpPage } from '../publish/help-page.js';
import { besideBoard } from '../publish/board-links.js';
import { residentsManual } from '../publish/residents-manual.js';
import { printed } from '../publish/printed.js';
import type { Grid } from '../store/people/grid.js';
import type { Store } from '../store/engine/store.js';
import { guarded } from './guarded.js';
import { lookOf } from './look-of.js';
import { atPace } from './pace.js';

interface HelpParts {
  readonly store: Store;
  readonly clockMs: () => number;
  /** Every deed with its words, in the order in which it is shown. */
  readonly lines: readonly HelpLine[];
  readonly now: () => Date;
  readonly boardUrl: (grid: string) => string;
}

/**
 * The long form of the help (`/help/GRID`, `/help/GRID/SUBJECT`), in the look of the board: what can be said and done, by subject; and the
 * residents' manual in large type (`/help/GRID/manual.pdf`).
 */
export function helpRoutes({ store, clockMs, lines, now, boardUrl }: HelpParts): Router {
  const router = new Router();
  const gridOf = async (code: string): Promise<Grid | null> =>
    /^[a-z\d-]{1,64}$/.test(code) ? store.inUnit(open => open.grids.byCode(code)) : null;
  router.use('/help', guarded({ images: false, cache: 'public, max-age=3600' }));
  router.use('/help', atPace(clockMs));

  router.get('/help/:grid/manual.pdf', async (context, next) => {
    const grid = await gridOf(context.params['grid'] ?? '');
    if (!grid) return next();
    context.type = 'application/pdf';
    context.set('Content-Disposition', 'inline; filename="manual.pdf"');
    const address = besideBoard(boardUrl(grid.code), `/help/${grid.code}`);
    const place = `${grid.community} ${grid.name}`;
    context.body = await printed('manual', { manual: residentsManual(), place, address, at: now() });
    return undefined;
  });

  router.get(['/help/:grid', '/help/:grid/:subject'], async context => {
    const { grid: code = '', subject } = context.params;
    const look = lookOf(context, '/help');
    const grid = await gridOf(code);
    const body = grid && helpPage({ grid, lines, ...(subject === undefined ? {} : { subject }) });
    context.status = body ? 200 : 404;
    context.type = 'html';
    context.body = body ? framed({ title: `怎么说 · ${grid.name}`, body, look }) : nothingHere(look);
  });
  return router;
}
