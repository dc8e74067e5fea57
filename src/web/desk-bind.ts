import type { Context } from 'koa';
import { Router } from 'koa-router';
import { minuteMs } from '../domain/calendar.js';
import { guestOf } from '../operations/people/come-by-link.js';
import { openDeskSession } from '../operations/people/desk-login.js';
import { deskBindAsksPage, deskBindWaitsPage, deskUnboundPage } from '../publish/people/desk-oauth-pages.js';
import type { DoorLink } from '../store/people/door-link.js';
import type { OpenUnit } from '../store/engine/unit.js';
import type { Reply } from '../talk/reply.js';
import { type DeskParts, keepDeskCookie } from './desk-session.js';
import { formBody } from './form-body.js';
import { messageIdOf, yesIn } from './handed-form.js';
import { lookOf } from './look-of.js';
import { seeOther, show } from './show.js';

/** What the forms hand in, deed by deed. */
const fieldsOf = { 'member.code': ['code'], 'member.bind': ['building', 'unit', 'room', 'name'] } as const;
const keyMs = 30 * minuteMs;

/** The forms by which whoever WeChat has named, and who has no home yet, is bound: by a card, or by the leader's yes (docs/wecom-doors.md 27.2). */
export function deskBindRoutes(parts: DeskParts): Router {
  const router = new Router();
  router.post('/desk/bind', async context => {
    const fields = await formBody(context);
    const key = fields?.get('_key') ?? '';
    const how = fields?.get('_how');
    const now = parts.now();
    const found = await parts.store.inUnit(async open => ({
      link: await open.identities.link(key, 'come', now),
      grids: await open.grids.open(),
    }));
    const { link } = found;
    const grid = found.grids.find(({ id }) => String(id) === fields?.get('grid'));
    // Whose forms are over, or were of somebody else, is known anew by WeChat and gets fresh ones.
    if (!fields || !link || !grid || (how !== 'member.code' && how !== 'member.bind'))
      return seeOther(context, '/desk');

    const typed = Object.fromEntries(fieldsOf[how].map(name => [name, fields.get(name)?.trim() ?? '']));
    const slots = Object.fromEntries(Object.entries(typed).filter(([, words]) => words !== ''));
    const yes = yesIn(fields.get('_yes'));
    const { userid } = link;
    await parts.store.inUnit(open => guestOf(open, { userid, grid }));
    const reply = await parts.answer({
      id: messageIdOf([key, how, grid.id, ...Object.values(typed), yes ?? '']),
      userid,
      chat: { kind: 'single' },
      body: { kind: 'filled', gridId: grid.id, intent: how, slots, revision: '', pictures: [], ...(yes && { yes }) },
    });
    const own = { _key: key, _how: how, grid: String(grid.id) };
    if (reply.outcome?.kind === 'done' && (await goesOn(context, parts, { link, gridId: grid.id }))) return;
    // A code that is wrong is answered in words; only who asked the leader waits.
    if (reply.outcome?.kind === 'done' && how === 'member.bind')
      return show(context, 200, deskBindWaitsPage(lookOf(context, '/'), reply.text));
    if (reply.outcome?.kind === 'readBack') {
      const hidden = { ...own, ...reply.outcome.typed, _yes: reply.outcome.yes };
      const asked = Object.entries(hidden).flatMap(([name, words]) =>
        [words].flat().map(word => [name, word] as const),
      );
      return show(context, 200, deskBindAsksPage(lookOf(context, '/'), { said: reply.text, fields: asked }));
    }
    const view = { key, grids: found.grids, kf: null, typed: { ...typed, grid: own.grid }, said: saidIn(reply) };
    show(context, 200, deskUnboundPage(lookOf(context, '/'), view));
  });
  return router;
}

/** The key that makes the forms those of one person, and where they may say they live. */
export async function offerBinding(
  open: OpenUnit,
  { userid, key, now }: { readonly userid: string; readonly key: string; readonly now: Date },
) {
  const expiresAt = new Date(now.getTime() + keyMs);
  await open.identities.offer({ purpose: 'come', userid, gridId: null, secret: key, now, expiresAt });
  return { key, grids: await open.grids.open() };
}

/** Who is bound now sits down at once, and the key of the forms opens nothing more; false for whoever is not bound. */
async function goesOn(
  context: Context,
  parts: DeskParts,
  { link, gridId }: { link: DoorLink; gridId: number },
): Promise<boolean> {
  const secret = parts.random(32).toString('base64url');
  const now = parts.now();
  const { userid } = link;
  const cause = { by: userid, at: now, messageId: null };
  const isOpen = await parts.store.inUnit(async open => {
    const opened = await openDeskSession(open, { gridId, userid, secret, now });
    if (opened) await open.identities.takeBack(userid, 'come');
    return opened;
  }, cause);
  if (!isOpen) return false;
  keepDeskCookie(context, secret, parts);
  seeOther(context, '/desk');
  return true;
}

function saidIn({ text, outcome }: Reply): string {
  return [text, ...(outcome?.kind === 'asked' ? Object.values(outcome.slots) : [])].filter(Boolean).join('\n');
}
