import { Router } from 'koa-router';
import { contestFile } from '../domain/contest/contest-file.js';
import { contestPage } from '../publish/contest/contest-page.js';
import { contestView, publicFile } from '../publish/contest/contest-view.js';
import type { Look } from '../publish/look.js';
import type { Contest } from '../store/contest/contest.js';
import type { Store } from '../store/engine/store.js';
import type { Unit } from '../store/engine/unit.js';
import type { Context } from 'koa';

interface ContestParts {
  readonly store: Store;
  readonly now: () => Date;
  readonly lookOf: (context: Context) => Look;
}

const address = /^(?<edition>\d{1,3})(?<kind>\.xlsx|\.csv|\.json)?$/u;

/**
 * The contest (擂台赛) at `/board/GRID/contest/EDITION`, with `.xlsx` or `.csv` for a spreadsheet and `.json` for whoever wants to compute the
 * grids' list again. Part of the board, which answers all else; every grid's board shows the same contest.
 */
export function contestRoutes({ store, now, lookOf }: ContestParts): Router {
  const router = new Router();
  router.get('/board/:grid/contest/:file', async (context, next) => {
    const { edition, kind } = address.exec(context.params['file'] ?? '')?.groups ?? {};
    if (edition === undefined) return next();
    const within = <T>(make: (unit: Unit, contest: Contest) => Promise<T>): Promise<T | null> =>
      store.inUnit(async open => {
        const code = context.params['grid'] ?? '';
        const grid = /^[a-z0-9-]{1,64}$/.test(code) ? await open.grids.byCode(code) : null;
        const unit = grid && (await open.within(grid));
        const contest = unit && (await unit.contests.byEdition(Number(edition)));
        return unit && contest ? make(unit, contest) : null;
      });
    if (kind === undefined) {
      const page = await within((unit, contest) => contestPage(unit, contest, { look: lookOf(context), now: now() }));
      if (page === null) return next();
      context.type = 'html';
      context.body = page;
      return undefined;
    }
    const view = await within((unit, contest) =>
      isShown(contest) ? contestView(unit, contest) : Promise.resolve(null),
    );
    if (!view) return next();
    context.set('Content-Disposition', `attachment; filename="contest-${edition}${kind}"`);
    if (kind === '.json') {
      context.type = 'application/json; charset=utf-8';
      context.body = JSON.stringify(contestFile(publicFile(view.file)), null, 1);
      return undefined;
    }
    // Loaded with the first table.
    const { contestCsv, contestXlsx } = await import('../publish/contest/contest-xlsx.js');
    if (kind === '.csv') {
      context.type = 'text/csv; charset=utf-8';
      context.body = contestCsv(view);
      return undefined;
    }
    context.body = await contestXlsx(view);
    context.set('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    return undefined;
  });
  return router;
}

/** Only what is on display, or final, leaves the record. */
function isShown({ state }: Contest): boolean {
  return state === 'publicity' || state === 'final';
}
