import type { Context, Next } from 'koa';
import Router from 'koa-router';
import { nothingHere, somethingWrong } from './publish/board-frame.js';
import { boardStyle } from './publish/board-style.js';
import { gridBoard } from './publish/notice-board.js';
import { pollBoard } from './publish/poll-board.js';
import { projectBoard } from './publish/project-board.js';
import { rosterBoard } from './publish/roster-board.js';
import type { Store, Unit } from './store/unit.js';

export interface BoardParts {
  readonly store: Store;
  readonly now: () => Date;
}

/** The public notice board (公示栏): read by anyone, changed by nobody. */
export function boardRoutes({ store, now }: BoardParts): Router {
  const router = new Router();

  const withinGrid = (code: string | undefined, page: (unit: Unit) => Promise<string | null>): Promise<string | null> =>
    store.inUnit(async open => {
      const grid = code && gridCode.test(code) ? await open.grids.byCode(code) : null;
      return grid && page(await open.within(grid));
    });

  router.use('/board', readOnly);

  router.get('/board/style.css', context => {
    context.type = 'css';
    context.set('Cache-Control', 'public, max-age=3600');
    context.body = boardStyle;
  });

  router.get('/board/:grid', async context => {
    const page = numberIn(context.query['page'], 1);
    const step = numberIn(context.query['step'], -1);
    const isSound = page !== null && page > 0 && step !== null && step <= 4;
    const view = { ...(step === -1 ? {} : { step: step ?? 0 }), page: page ?? 1, now: now() };
    answer(context, isSound ? await withinGrid(context.params['grid'], unit => gridBoard(unit, view)) : null);
  });

  router.get('/board/:grid/:no', async context => {
    const no = numberIn(context.params['no'], 0);
    const page = numberIn(context.query['page'], 1);
    const expenses = numberIn(context.query['expenses'], 1);
    if (!no || !page || !expenses) return answer(context, null);
    const view = { no, page, expenses, now: now() };
    const sheet = async (unit: Unit): Promise<string | null> =>
      (await unit.projects.byNo(no)) ? projectBoard(unit, view) : pollBoard(unit, no, view.now);
    answer(context, await withinGrid(context.params['grid'], sheet));
  });

  router.get('/board/:grid/:no/roster', async context => {
    const no = numberIn(context.params['no'], 0);
    const page = numberIn(context.query['page'], 1);
    const sheet = async (unit: Unit): Promise<string | null> =>
      rosterBoard(unit, { no: no ?? 0, page: page ?? 1, now: now() });
    answer(context, no && page ? await withinGrid(context.params['grid'], sheet) : null);
  });

  // Any other address under the board gets a page that tells the reader where to go.
  router.get('/board{/*rest}', context => answer(context, null));
  return router;
}

const gridCode = /^[a-z0-9-]{1,64}$/;

/** A number as it may stand in an address, `unset` when it is left out, null when it is nonsense. */
function numberIn(text: unknown, unset: number): number | null {
  if (text === undefined) return unset;
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** What every page of the board carries: no script, no frame, nothing fetched from elsewhere; a fault gets a page too. */
async function readOnly(context: Context, next: Next): Promise<void> {
  context.set({
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  });
  try {
    await next();
  } catch (error) {
    context.app.emit('error', error, context);
    context.status = 503;
    context.type = 'html';
    context.body = somethingWrong();
  }
}

function answer(context: Context, page: string | null): void {
  context.status = page === null ? 404 : 200;
  context.type = 'html';
  context.body = page ?? nothingHere();
}
