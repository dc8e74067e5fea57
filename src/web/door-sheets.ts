import type { Context } from 'koa';
import { Router } from 'koa-router';
import { doorAddress } from '../domain/people/door-scene.js';
import { printed } from '../publish/printed.js';
import type { Store } from '../store/engine/store.js';

/** `/board/GRID/door/3`: the sheet for the door of a building, as public as the grid's link on the board. Part of the board, which answers all else. */
export function doorSheetRoutes({ store, now }: { store: Store; now: () => Date }): Router {
  const router = new Router();
  router.get('/board/:grid/door/:building', async (context: Context, next) => {
    const { grid = '', building = '' } = context['params'] as Record<string, string>;
    const sheet = await store.inUnit(async open => {
      const found = /^[a-z0-9-]{1,64}$/u.test(grid) ? await open.grids.byCode(grid) : null;
      if (!found || found.closedAt) return null;
      const unit = await open.within(found);
      const link = await unit.kfLinks.of(found.id);
      const isThere = (await unit.members.households()).some(home => home.building === building);
      if (link === null || !isThere) return null;
      return { place: `${found.community} ${found.name}`, building, address: doorAddress(link, building) };
    });
    if (!sheet) return next();
    context.type = 'application/pdf';
    context.set('Content-Disposition', 'inline; filename="door.pdf"');
    context.body = await printed('door', { ...sheet, at: now() });
    return undefined;
  });
  return router;
}
