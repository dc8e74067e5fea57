import { createHmac } from 'node:crypto';
import type { Context, Middleware } from 'koa';
import { Router } from 'koa-router';
import { deskHolder, enterDesk, leaveDesk, whoWords, whoseLink } from '../operations/people/desk-login.js';
import {
  type DeskSeat,
  deskClosedPage,
  deskForeignPage,
  deskLeftPage,
  deskLoginPage,
} from '../publish/people/desk-frame.js';
import type { OpenUnit } from '../store/engine/unit.js';
import type { Grid } from '../store/people/grid.js';
import type { MemberView } from '../store/people/members.js';
import type { AnyIntent } from '../talk/intent.js';
import { type StateParts, isInWeChat, sendToOauth } from './desk-state.js';
import type { Message } from '../talk/message.js';
import type { PageWords } from '../talk/form/on-page.js';
import type { Reply } from '../talk/reply.js';
import { isSameSecret } from '../store/engine/secret-digest.js';
import { cookieLine } from './cookie.js';
import { formBody } from './form-body.js';
import { keepForLater } from './handed-form.js';
import { lookOf } from './look-of.js';
import { seeOther, show } from './show.js';

export interface DeskDoor extends StateParts {
  /** How the addresses of the pages begin outside, where a proxy names another host to the bot. */
  readonly publicUrl?: string;
}

export interface DeskParts extends DeskDoor {
  readonly clockMs: () => number;
  /** All deeds by name: who may do them, and what their forms ask. */
  readonly intents: ReadonlyMap<string, AnyIntent>;
  /** The bot's words to a member as they are said on a page. */
  readonly onPage: PageWords;
  /** The door of every deed: a form enters where words do. */
  readonly answer: (message: Message) => Promise<Reply>;
}

/** Who sits at the desk. */
interface DeskReader {
  readonly grid: Grid;
  readonly member: MemberView;
  /** Goes into each form as `csrf`, and comes back with it. */
  readonly csrf: string;
}

/** The ways in and out of the desk: one link opens once, by a press; after it a cookie does. */
export function deskDoorRoutes(door: DeskDoor): Router {
  const { store, now, random } = door;
  const router = new Router();

  router.get('/desk/login/:link', async context => {
    const { link = '' } = context.params;
    const found = await store.inUnit(async open => {
      const held = await holderIn(open, context, now());
      return { held, whose: await whoseLink(open, { link, now: now() }) };
    });
    const { held, whose } = found;
    if (whose === null) return close(context, door);
    letOnTo(context, door);
    // Another member's link may have been opened by mistake: who sits here now is not put out without being asked.
    const other = held && held.member.id !== whose.member.id ? whoWords(held.member) : null;
    show(context, 200, deskLoginPage(lookOf(context, '/'), { whose: whose.said, other }));
  });

  router.post('/desk/login/:link', async context => {
    const { link = '' } = context.params;
    const secret = random(32).toString('base64url');
    if (!isOwnSite(context, door)) return close(context, door);
    const to = await store.inUnit(async open => {
      const before = await holderIn(open, context, now());
      if (!(await enterDesk(open, { link, secret, now: now() }))) return null;
      const login = await open.desk.of(secret, now());
      if (!login) return null;
      if (before && before.member.userid !== login.userid)
        await leaveDesk(open, { secret: deskSecret(context), now: now() });
      // A form for which the last session was too short is gone on with.
      const left = await open.desk.forms.takeLeft(login, now());
      return left ? `/desk/${left.address}/${left.key}` : '/desk';
    });
    if (to === null) return close(context, door);
    keepDeskCookie(context, secret, door);
    // In WeChat the same person is known from now on without a link.
    if (await sendToOauth(context, door, { to, joins: true })) return;
    seeOther(context, to);
  });

  router.post('/desk/logout', async context => {
    const secret = deskSecret(context);
    const fields = await formBody(context);
    if (secret === '') return close(context, door);
    if (!isOwnSite(context, door) || !isSameSecret(fields?.get('csrf') ?? '', csrfOf(secret)))
      return refuseForm(context);
    await store.inUnit(open => leaveDesk(open, { secret, now: now() }));
    context.append('Set-Cookie', deskCookie('', 0, door.isSecure));
    show(context, 200, deskLeftPage(lookOf(context, '/')));
  });
  return router;
}

/** Lets nobody further who does not sit at the desk, and knows for the pages behind it who does. */
export function deskSession(door: DeskDoor): Middleware {
  const { store, now } = door;
  return async (context, next) => {
    const secret = deskSecret(context);
    const held = secret === '' ? null : await store.inUnit(open => deskHolder(open, { secret, now: now() }));
    if (!held) {
      const kept = await keepForLater(context, { store, now, secret, csrf: csrfOf(secret) });
      const to = context.method === 'GET' ? context.url : kept;
      const isSent = to !== null && (await sendToOauth(context, door, { to, joins: false }));
      return isSent ? undefined : close(context, door, kept !== null);
    }
    if (context.method === 'POST' && !isOwnSite(context, door)) return refuseForm(context);
    context.state['desk'] = { ...held, csrf: csrfOf(secret) } satisfies DeskReader;
    await next();
  };
}

/** Who reads a page behind `deskSession`. */
export function deskReader(context: Context): DeskReader {
  return context.state['desk'] as DeskReader;
}

/** What the frame of a page wants to know. */
export function deskSeat(context: Context): DeskSeat {
  const { grid, csrf } = deskReader(context);
  // What a form was opened with stays when the size of the letters changes.
  const kept = context.querystring.split('&').filter(part => part !== '' && !part.startsWith('size='));
  return { gridName: grid.name, csrf, look: lookOf(context, '/', kept) };
}

/** The fields of a form of this very session; null, with the page that says so, for any other. */
export async function deskForm(context: Context): Promise<URLSearchParams | null> {
  const fields = await formBody(context);
  if (fields && isOwnForm(context, fields.get('csrf'))) return fields;
  refuseForm(context);
  return null;
}

/** True where a form came from a page of this session, by what it carries as `csrf`. */
export function isOwnForm(context: Context, csrf: string | null | undefined): boolean {
  return isSameSecret(csrf ?? '', deskReader(context).csrf);
}

/** The page for a form of another session, or of another site. */
export function refuseForm(context: Context): void {
  show(context, 403, deskForeignPage(lookOf(context, '/')));
}

/** Hands the browser the secret of a session that was begun. */
export function keepDeskCookie(context: Context, secret: string, { isSecure }: Pick<DeskDoor, 'isSecure'>): void {
  context.append('Set-Cookie', deskCookie(secret, longestSeconds, isSecure));
}

/** What the session's cookie holds; empty without one. */
export function deskSecret(context: Context): string {
  return context.cookies.get(cookie) ?? '';
}

function close(context: Context, { oauth }: Pick<DeskDoor, 'oauth'>, isKept = false): void {
  const scan = isInWeChat(context) ? null : (oauth?.deskUrl ?? null);
  show(context, 403, deskClosedPage(lookOf(context, '/'), { scan, isKept }));
}

/** Who sits at the desk in this browser, before a link is opened. */
function holderIn(open: OpenUnit, context: Context, now: Date) {
  const secret = deskSecret(context);
  return secret === '' ? null : deskHolder(open, { secret, now });
}

/** The press behind a link may lead on to where WeChat says who it was; browsers follow a form to named places only. */
function letOnTo(context: Context, { oauth }: Pick<DeskDoor, 'oauth'>): void {
  if (!oauth) return;
  const { origin } = new URL(oauth.authorizeUrl('x'));
  const policy = String(context.response.get('Content-Security-Policy'));
  context.set('Content-Security-Policy', policy.replace("form-action 'self'", `form-action 'self' ${origin}`));
}

const cookie = 'desk';
/** The session itself ends sooner: the record says when. */
const longestSeconds = 12 * 3600;

/** Lax: who comes by a link of the bot or by OAuth is known; a form of another site is not. */
function deskCookie(value: string, seconds: number, isSecure: boolean): string {
  return cookieLine({ name: cookie, value, path: '/desk', seconds, sameSite: 'Lax', isSecure });
}

/** Bound to the session by its secret, and useless without it. */
function csrfOf(secret: string): string {
  return createHmac('sha256', secret).update('a form of the desk').digest('base64url');
}

/** Browsers tell from where a form is sent, older ones only by its origin; where neither says anything, the form's own key decides. */
function isOwnSite(context: Context, { publicUrl }: Pick<DeskDoor, 'publicUrl'>): boolean {
  const site = context.get('Sec-Fetch-Site');
  if (site !== '') return site === 'same-origin' || site === 'none';
  const origin = context.get('Origin');
  if (origin === '' || origin === 'null') return true;
  const own = [context.host, ...(publicUrl !== undefined && URL.canParse(publicUrl) ? [new URL(publicUrl).host] : [])];
  return URL.canParse(origin) && own.includes(new URL(origin).host);
}
