import type { Context } from 'koa';
import { Router } from 'koa-router';
import { comeByOauth, offerWayToKf } from '../operations/people/come-by-oauth.js';
import { deskHolder, leaveDesk } from '../operations/people/desk-login.js';
import { deskAgainPage, deskNotYoursPage, deskUnboundPage } from '../publish/people/desk-oauth-pages.js';
import { offerBinding } from './desk-bind.js';
import { deskReader, deskSecret, keepDeskCookie } from './desk-session.js';
import { type Begun, type DeskOauth, type StateParts, begunHere } from './desk-state.js';
import { lookOf } from './look-of.js';
import { show } from './show.js';

/** Where WeChat and WeChat Work send a browser back to: the code is spent, a session begun, and the address left behind. */
export function deskOauthRoutes(parts: StateParts): Router {
  const router = new Router();
  router.get('/desk/oauth', async context => {
    const { oauth } = parts;
    const begun = oauth && (await begunHere(context, parts));
    const code = context.query['code'];
    if (!oauth || !begun || typeof code !== 'string' || !/^[\w-]{1,512}$/u.test(code)) return again(context);
    const proven = await oauth.visitorOf(code);
    if (proven === null) return again(context);
    if (proven.kind === 'stranger')
      return show(context, 403, deskUnboundPage(lookOf(context, '/'), { key: null, grids: [], kf: null }));
    await comeIn(context, parts, { begun, oauth, proven });
  });
  return router;
}

/** The way from the desk into 微信客服, by which the same person is known there. */
export function addWayToKf(router: Router, { store, now, random }: StateParts): void {
  router.get('/desk/kf', async context => {
    const { grid, member } = deskReader(context);
    const given = { userid: member.userid, gridId: grid.id, secret: random(16).toString('base64url'), now: now() };
    context.redirect((await store.inUnit(open => offerWayToKf(open, given))) ?? '/desk');
  });
}

async function comeIn(
  context: Context,
  parts: StateParts,
  given: { begun: Begun; oauth: DeskOauth; proven: Parameters<typeof comeByOauth>[1]['proven'] },
): Promise<void> {
  const { store, random, tell } = parts;
  const { begun, oauth, proven } = given;
  const now = parts.now();
  const cause = { by: 'oauth', at: now, messageId: null, tell };
  const { corpId } = oauth;
  const [secret, way, key] = [32, 16, 16].map(bytes => random(bytes).toString('base64url')) as [string, string, string];
  const old = deskSecret(context);
  const come = await store.inUnit(async open => {
    const held = begun.joins && old !== '' ? await deskHolder(open, { secret: old, now }) : null;
    const linked = held?.member.userid ?? null;
    const outcome = await comeByOauth(open, { corpId, proven, linked, secret, random, now });
    // The session of a link that was somebody else's must not stay in this browser; nor need the one that is replaced.
    if (old !== '') await leaveDesk(open, { secret: old, now });
    if (typeof outcome === 'string') return outcome;
    const userid = outcome.unbound;
    const kf = await offerWayToKf(open, { userid, gridId: null, secret: way, now });
    return { kf, ...(await offerBinding(open, { userid, key, now })) };
  }, cause);
  if (come === 'open') {
    keepDeskCookie(context, secret, parts);
    // The code stays in no history.
    context.redirect(begun.to);
    return;
  }
  const look = lookOf(context, '/');
  show(context, 403, come === 'foreign' ? deskNotYoursPage(look) : deskUnboundPage(look, come));
}

/** A page that is loaded anew brings a spent code: it begins once more by itself, and then by a tap (docs/wecom-doors.md 23.1). */
function again(context: Context): void {
  if (context.cookies.get(tried) === undefined) {
    context.append('Set-Cookie', `${tried}=1; Path=/desk; Max-Age=60; HttpOnly; SameSite=Lax`);
    context.redirect('/desk');
    return;
  }
  show(context, 403, deskAgainPage(lookOf(context, '/')));
}

const tried = 'desk_tried';
