import type { Middleware } from 'koa';
import { tooFast } from '../publish/board-frame.js';
import { readerOf } from './reader.js';

/** How many pages a reader may open at once, and how many more each second: nobody reads faster, programs do. */
const atOnce = 60;
const perSecond = 1;
/** So many addresses are remembered at most. */
const most = 10_000;

/** A bucket of pages for each address, filled again by the second. Answers the seconds to wait, 0 when a page may be opened. */
function createPace(clockMs: () => number): (address: string) => number {
  const buckets = new Map<string, { left: number; at: number }>();
  return address => {
    const at = clockMs();
    const known = buckets.get(address);
    const left = known ? Math.min(atOnce, known.left + ((at - known.at) / 1000) * perSecond) : atOnce;
    buckets.delete(address);
    // Those that were not heard of for the longest stand first.
    for (const oldest of buckets.keys()) {
      if (buckets.size < most) break;
      buckets.delete(oldest);
    }
    buckets.set(address, { left: left >= 1 ? left - 1 : left, at });
    return left >= 1 ? 0 : Math.ceil((1 - left) / perSecond);
  };
}

/** Asks whoever opens pages faster than a person to wait, with the seconds in `Retry-After`. */
export function atPace(clockMs: () => number): Middleware {
  const pace = createPace(clockMs);
  return (context, next) => {
    const seconds = pace(readerOf(context));
    if (seconds === 0) return next();
    context.status = 429;
    context.set('Retry-After', String(seconds));
    context.type = 'html';
    context.body = tooFast(seconds);
    return undefined;
  };
}
