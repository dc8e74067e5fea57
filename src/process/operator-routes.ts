import type Koa from 'koa';
import { Router } from 'koa-router';
import type { Store } from '../store/engine/store.js';
import { type Trusted, readerOf } from '../web/reader.js';
import type { Health } from './health.js';
import type { Metrics } from './metrics.js';
import { isSameSecret } from '../store/engine/secret-digest.js';

interface OperatorParts {
  readonly store: Store;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly now: () => Date;
  readonly trusted: Trusted;
  /** Whoever brings it reads the metrics from anywhere; null where there is none. */
  readonly token: string | null;
}

/**
 * `/healthz`: 200 when ready, else 503 with what stands still; that it answers at all says that the process lives, and
 * `/healthz?alive` answers 200 for just that. `/metrics`: for this machine, trusted proxies, and whoever has the token.
 */
export function operatorRoutes({ store, metrics, health, now, trusted, token }: OperatorParts): Router {
  const router = new Router();
  router.get('/healthz', async context => {
    context.set('Cache-Control', 'no-store');
    if (context.query['alive'] !== undefined) {
      context.body = { ok: true, alive: true };
      return;
    }
    const because = await health.standingStill();
    const ok = because.length === 0;
    context.status = ok ? 200 : 503;
    context.body = { ok, alive: true, ready: ok, ...(ok ? {} : { because: because.join('; ') }) };
  });
  router.get('/metrics', async context => {
    if (!trusted.has(readerOf(context)) && !(token !== null && brings(context, token))) {
      context.status = 403;
      context.body = 'The metrics are for this machine, TRUSTED_PROXIES, and whoever brings METRICS_TOKEN.';
      return;
    }
    const asked = performance.now();
    const state = await store.inUnit(open => open.grids.outbox());
    metrics.database.set((performance.now() - asked) / 1000);
    const ageOf = (at: Date | null): number => (at ? Math.max(0, (now().getTime() - at.getTime()) / 1000) : 0);
    metrics.queue.set(state.queued);
    metrics.oldest.set(ageOf(state.oldestAt));
    metrics.channelsOff.set(state.channelsOff);
    metrics.jobLag.set(ageOf(state.oldestRunAt));
    context.type = metrics.registry.contentType;
    context.body = await metrics.registry.metrics();
  });
  return router;
}

function brings(context: Koa.Context, token: string): boolean {
  return isSameSecret(`Bearer ${token}`, context.get('Authorization'));
}
