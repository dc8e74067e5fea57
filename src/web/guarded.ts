import type { Context, Middleware, Next } from 'koa';
import { somethingWrong } from '../publish/board-frame.js';

/**
 * What every page carries: no script, no frame, nothing fetched from elsewhere, and what `own` allows or asks beside that; a fault
 * gets a page too.
 */
export function guarded(own: {
  readonly images?: boolean;
  readonly forms?: boolean;
  readonly cache: string;
}): Middleware {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    ...(own.images ? ["img-src 'self'"] : []),
    "base-uri 'none'",
    `form-action ${own.forms ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ].join('; ');
  return async (context: Context, next: Next) => {
    context.set({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': own.cache,
      Vary: 'Cookie',
    });
    try {
      await next();
    } catch (error) {
      context.app.emit('error', error, context);
      context.status = 503;
      context.type = 'html';
      context.body = somethingWrong();
    }
  };
}
