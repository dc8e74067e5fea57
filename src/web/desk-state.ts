import type { Context } from 'koa';
import type { Store } from '../store/engine/store.js';
import type { Tell } from '../store/engine/unit.js';
import type { Proven } from '../operations/people/come-by-oauth.js';
import { isSameSecret } from '../store/engine/secret-digest.js';
import { cookieLine } from './cookie.js';

/** How a browser inside WeChat or WeChat Work is known (docs/wecom-doors.md 23). */
export interface DeskOauth {
  readonly corpId: string;
  /** Where the browser is sent, which comes back to `/desk/oauth` with a code and this state. */
  readonly authorizeUrl: (state: string) => string;
  /** Whom a code stands for, once; null for one that is good no more. */
  readonly visitorOf: (code: string) => Promise<Proven | { readonly kind: 'stranger' } | null>;
  /** The address of the desk as it is reached from outside, to be scanned from a screen. */
  readonly deskUrl: string;
}

export interface StateParts {
  readonly store: Store;
  readonly now: () => Date;
  /** Chance, for sessions that nobody may guess. */
  readonly random: (bytes: number) => Buffer;
  /** True where the pages are served by https: then the cookie travels by nothing else. */
  readonly isSecure: boolean;
  readonly tell: Tell;
  /** How WeChat and WeChat Work say who somebody is; null where there is no 自建应用. */
  readonly oauth?: DeskOauth | null;
}

/** What was begun: where to go on at the desk, and whether a one-time link was opened just before. */
export interface Begun {
  readonly to: string;
  readonly joins: boolean;
}

const cookie = 'desk_state';
const stateMs = 10 * 60_000;

/** Both WeChat and WeChat Work call themselves so. It decides what is offered and nothing else: who somebody is, OAuth says. */
export function isInWeChat(context: Context): boolean {
  return /MicroMessenger\//u.test(context.get('User-Agent'));
}

/** Sends the browser to be known, where it can be; false where it cannot. The state is good once, for ten minutes, in this browser. */
export async function sendToOauth(context: Context, parts: StateParts, { to, joins }: Begun): Promise<boolean> {
  const { oauth, store, now, random, isSecure } = parts;
  if (!oauth || !isInWeChat(context)) return false;
  const state = random(16).toString('hex');
  const expiresAt = new Date(now().getTime() + stateMs);
  const about = `${joins ? 'join' : 'come'} ${ownPath(to)}`;
  const link = { purpose: 'state', userid: '', gridId: null, about, secret: state, now: now(), expiresAt } as const;
  await store.inUnit(open => open.identities.offer(link));
  context.append('Set-Cookie', stateCookie(state, isSecure));
  context.status = context.method === 'POST' ? 303 : 302;
  context.set('Location', oauth.authorizeUrl(state));
  return true;
}

/** What this browser had begun, once; null for a state that is spent, over, or was given to another browser. */
export async function begunHere(context: Context, { store, now, isSecure }: StateParts): Promise<Begun | null> {
  const kept = context.cookies.get(cookie) ?? '';
  const said = typeof context.query['state'] === 'string' ? context.query['state'] : '';
  context.append('Set-Cookie', stateCookie('', isSecure));
  if (kept === '' || !isSameSecret(kept, said)) return null;
  const about = await store.inUnit(async open => {
    const link = await open.identities.link(said, 'state', now());
    return link && (await open.identities.spend(link, now())) ? link.about : null;
  });
  const [, how, to] = /^(come|join) (.*)$/u.exec(about ?? '') ?? [];
  return to === undefined ? null : { to, joins: how === 'join' };
}

/** Only pages of the desk are gone on to, and never the one that was just left. */
function ownPath(path: string): string {
  const isOwn = /^\/desk(?:[/?][\w\-.~/?=&%+,]*)?$/u.test(path) && path.length <= 512;
  return isOwn && !/\/\/|\.\.|^\/desk\/oauth/u.test(path) ? path : '/desk';
}

function stateCookie(value: string, isSecure: boolean): string {
  const seconds = value === '' ? 0 : stateMs / 1000;
  return cookieLine({ name: cookie, value, path: '/desk', seconds, sameSite: 'Lax', isSecure });
}
