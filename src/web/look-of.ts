import { dayMs } from '../domain/calendar.js';
import type { Context } from 'koa';
import type { Look } from '../publish/look.js';

const yearMs = 365 * dayMs;

/**
 * The size that a link asks for, kept in a cookie; else the one that was kept. The page works without cookies, too. `kept`
 * are the parts of the address that stay when the size changes.
 */
export function lookOf(context: Context, path: string, kept: readonly string[] = []): Look {
  const asked = context.query['size'];
  const large = asked === 'large' || (asked !== 'usual' && context.cookies.get('board') === 'large');
  if (asked === 'large' || asked === 'usual')
    context.cookies.set('board', asked, { path, maxAge: yearMs, sameSite: 'lax', httpOnly: true });
  return { large, otherSize: `?${[...kept, `size=${large ? 'usual' : 'large'}`].join('&')}` };
}
