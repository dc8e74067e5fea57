import { Router } from 'koa-router';
import { framed, nothingHere } from '../publish/board-frame.js';
import { type HelpLine, helpPage } from '../publish/help-page.js';
import type { Store } from '../store/engine/unit.js';
import { guarded } from './guarded.js';
import { lookOf } from './look-of.js';
import { atPace } from './pace.js';

export interface HelpParts {
  readonly store: Store;
  readonly clockMs: () => number;
  /** Every deed with its words, in the order in which it is shown. */
  readonly lines: readonly HelpLine[];
}

/** The long form of the help (`/help/GRID`, `/help/GRID/SUBJECT`), in the look of the board: what can be said and done, by subject. */
export function helpRoutes({ store, clockMs, lines }: HelpParts): Router {
  const router = new Router();
  router.use('/help', guarded({ images: false, cache: 'public, max-age=3600' }));
  router.use('/help', atPace(clockMs));

  router.get(['/help/:grid', '/help/:grid/:subject'], async context => {
    const { grid: code = '', subject } = context.params;
    const look = lookOf(context, '/help');
    const grid = /^[a-z\d-]{1,64}$/.test(code) ? await store.inUnit(open => open.grids.byCode(code)) : null;
    const body = grid && helpPage({ grid, lines, ...(subject === undefined ? {} : { subject }) });
    context.status = body ? 200 : 404;
    context.type = 'html';
    context.body = body ? framed({ title: `怎么说 · ${grid.name}`, body, look }) : nothingHere(look);
  });
  return router;
}
