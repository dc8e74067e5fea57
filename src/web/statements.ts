import type { Context } from 'koa';
import { Router } from 'koa-router';
import { dayOf } from '../domain/calendar.js';
import { monthlySheet, statementCsv, statementXlsx } from '../publish/funds/funds-statement.js';
import type { Store } from '../store/engine/store.js';

const file = /^(?<month>\d{4}-\d{2})\.(?<kind>csv|xlsx)$/;

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** `/board/GRID/NO/2026-03.xlsx` and `.csv`: a month of a project's accounts for a spreadsheet. Part of the board, which answers all else. */
export function statementRoutes({ store, now }: { store: Store; now: () => Date }): Router {
  const router = new Router();
  router.get('/board/:grid/:no/:file', async (context: Context, next) => {
    const { grid = '', no = '', file: name = '' } = context['params'] as Record<string, string>;
    const { month = '', kind = '' } = file.exec(name)?.groups ?? {};
    if ((kind !== 'csv' && kind !== 'xlsx') || !/^\d{1,7}$/.test(no) || month > dayOf(now()).slice(0, 7)) return next();
    const sheet = await store.inUnit(async open => {
      const found = /^[a-z0-9-]{1,64}$/.test(grid) ? await open.grids.byCode(grid) : null;
      const unit = found && (await open.within(found));
      const project = unit && (await unit.projects.byNo(Number(no)));
      return project ? monthlySheet(unit, project, month) : null;
    });
    if (!sheet) return next();
    context.set({
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
      'Content-Disposition': `attachment; filename="${grid}-${Number(no)}-${month}.${kind}"`,
    });
    context.body = kind === 'csv' ? statementCsv(sheet) : await statementXlsx(sheet);
    context.set('Content-Type', types[kind]);
    return undefined;
  });
  return router;
}
