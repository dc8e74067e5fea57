import type { Context } from 'koa';
import { Router } from 'koa-router';
import { deskHome } from '../publish/people/desk-home.js';
import { deskNothingPage } from '../publish/people/desk-frame.js';
import { deskStyle } from '../publish/people/desk-style.js';
import { waitingFor } from '../operations/waiting.js';
import { type DeskDoor, deskDoorRoutes, deskReader, deskSeat, deskSession } from './desk-session.js';
import { guarded } from './guarded.js';
import { atPace } from './pace.js';

export interface DeskParts extends DeskDoor {
  readonly clockMs: () => number;
}

/** The desk (办事台): what waits for a member, and every deed as a form. */
export function deskRoutes(parts: DeskParts): Router {
  const router = new Router();
  router.use('/desk', guarded({ images: true, forms: true, cache: 'no-store' }));
  router.get('/desk/style.css', context => {
    context.type = 'css';
    context.set('Cache-Control', 'public, max-age=3600');
    context.body = deskStyle;
  });
  router.use('/desk', atPace(parts.clockMs));
  router.use(deskDoorRoutes(parts).routes());
  router.use('/desk', deskSession(parts));

  addHome(router, parts);

  router.all('/desk{/*rest}', nothing);
  return router;
}

function addHome(router: Router, { store, now }: DeskParts): void {
  router.get('/desk', async context => {
    const { grid, member } = deskReader(context);
    context.type = 'html';
    context.body = await store.inGrid(grid, async unit => {
      const waiting = await waitingFor(unit, member, now());
      return deskHome({ seat: deskSeat(context), member, waiting, now: now() });
    });
  });
}

function nothing(context: Context): void {
  context.status = 404;
  context.type = 'html';
  context.body = deskNothingPage(deskSeat(context));
}
