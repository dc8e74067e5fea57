import type { Context } from 'koa';
import { Router } from 'koa-router';
import { Refusal } from '../domain/refusal.js';
import { type FormSheet, type SheetKind, sheetsOf } from '../operations/ballot/paper-forms.js';
import { householdsForCards } from '../operations/people/household-codes.js';
import { formsPage, noFormsPage } from '../publish/ballot/form-page.js';
import { printed } from '../publish/printed.js';
import { guarded } from './guarded.js';
import type { CardParts } from './cards.js';
import { lookOf } from './look-of.js';
import { atPace } from './pace.js';
import { show } from './show.js';

interface Found {
  readonly place: string;
  readonly building: string;
  readonly kind: SheetKind;
  readonly forms: readonly FormSheet[];
}

/** The forms of a building on paper, printed by whoever asked the bot for the link, as often as it is open. They are no keys. */
export function paperFormRoutes(parts: Pick<CardParts, 'store' | 'now' | 'clockMs'>): Router {
  const router = new Router();
  router.use('/forms', guarded({ forms: true, cache: 'no-store' }));
  router.use('/forms', atPace(parts.clockMs));
  router.get('/forms/:link', async context => {
    const found = await behind(parts, context);
    const look = lookOf(context, '/');
    if (!found) return show(context, 403, noFormsPage(look));
    const what = { sheets: found.forms.length, isCards: found.kind === 'cards' };
    show(context, 200, formsPage(found.building, what, look));
  });
  router.post('/forms/:link', async context => {
    const found = await behind(parts, context);
    if (!found) return show(context, 403, noFormsPage(lookOf(context, '/')));
    context.type = 'application/pdf';
    context.set('Content-Disposition', 'attachment; filename="forms.pdf"');
    context.body = await printed('forms', { ...found, at: parts.now() });
  });
  return router;
}

/** What a link prints; null for one that is over, or whose bearer leads the building no longer. */
async function behind({ store, now }: Pick<CardParts, 'store' | 'now'>, context: Context): Promise<Found | null> {
  const { link: secret = '' } = context['params'] as { link?: string };
  return store.inUnit(async open => {
    const link = await open.identities.link(secret, 'forms', now());
    const grid = link?.gridId ? await open.grids.byId(link.gridId) : null;
    if (!link || !grid) return null;
    const unit = await open.within(grid);
    const [said = '', building = ''] = (link.about ?? '').split('/');
    const kind = said === 'cards' ? 'cards' : 'forms';
    try {
      await householdsForCards(unit, await unit.members.view(link.userid), building);
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
    return { place: grid.name, building, kind, forms: await sheetsOf(unit, building, { kind, now: now() }) };
  });
}
