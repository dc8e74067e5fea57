import { Router } from 'koa-router';
import { Refusal } from '../domain/refusal.js';
import { printCodes } from '../operations/people/household-codes.js';
import { cardsPage, noCardsPage } from '../publish/people/card-page.js';
import { printed } from '../publish/printed.js';
import type { Store } from '../store/engine/store.js';
import { guarded } from './guarded.js';
import { lookOf } from './look-of.js';
import { atPace } from './pace.js';
import { show } from './show.js';

export interface CardParts {
  readonly store: Store;
  readonly now: () => Date;
  /** Chance, for codes that nobody may guess. */
  readonly random: (bytes: number) => Buffer;
  readonly clockMs: () => number;
}

/**
 * The cards by which households bind themselves, printed once by whoever asked the bot for the link (docs/wecom-doors.md 27.2).
 * Looking at the page changes nothing, as previews of links look too; the press makes the codes, and the sheet is handed out once.
 */
export function cardRoutes({ store, now, random, clockMs }: CardParts): Router {
  const router = new Router();
  router.use('/cards', guarded({ forms: true, cache: 'no-store' }));
  router.use('/cards', atPace(clockMs));

  router.get('/cards/:link', async context => {
    const secret = context.params['link'] ?? '';
    const link = await store.inUnit(open => open.identities.link(secret, 'cards', now()));
    const look = lookOf(context, '/');
    if (link) show(context, 200, cardsPage(link.about ?? '', look));
    else show(context, 403, noCardsPage(look));
  });

  router.post('/cards/:link', async context => {
    const sheet = await print(store, { secret: context.params['link'] ?? '', now: now(), random });
    if (!sheet) return show(context, 403, noCardsPage(lookOf(context, '/')));
    context.type = 'application/pdf';
    context.set('Content-Disposition', 'attachment; filename="cards.pdf"');
    context.body = await printed('cards', { ...sheet, at: now() });
  });
  return router;
}

/** Spends the link and makes the codes in one unit; null for a link that is over, or whose bearer may print no longer. */
async function print(store: Store, given: { secret: string; now: Date; random: (bytes: number) => Buffer }) {
  const { secret, now, random } = given;
  const found = await store.inUnit(async open => {
    const link = await open.identities.link(secret, 'cards', now);
    const grid = link?.gridId ? await open.grids.byId(link.gridId) : null;
    return link && grid && { link, grid };
  });
  if (!found) return null;
  const { link, grid } = found;
  try {
    const cause = { by: link.userid, at: now, messageId: `cards:${link.id}` };
    return await store.inGrid(
      grid,
      async unit => {
        if (!(await unit.identities.spend(link, now))) return null;
        const member = await unit.members.view(link.userid);
        const building = link.about ?? '';
        const cards = await printCodes(unit, { member, building, random });
        return { place: grid.name, cards, kfLink: await unit.kfLinks.of(grid.id) };
      },
      cause,
    );
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
