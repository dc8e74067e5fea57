/** WeChat Work's own clock and the road take seconds; what is older than this was kept by somebody. */
const oldestMs = 10 * 60_000;
/** So many callbacks are remembered at most before the oldest are forgotten early. */
const mostRemembered = 200_000;

export interface Stamp {
  /** Seconds since 1970, as the query has them. */
  readonly timestamp: string;
  readonly nonce: string;
  readonly signature: string;
}

/**
 * Tells callbacks that come too late, or under a nonce that another one used, from those that may be answered. The very same
 * callback again is WeChat Work's own redelivery: it gets the first one's answer and has no effect.
 */
export class ReplayGuard {
  private seen = new Map<string, string>();
  private seenBefore = new Map<string, string>();
  private since = 0;

  /** `clocks`: a stamp is fresh by any of them (trial mode has a clock of its own beside the real one). */
  constructor(private readonly clocks: () => readonly Date[]) {}

  check({ timestamp, nonce, signature }: Stamp): 'fine' | 'stale' | 'replayed' {
    const clocks = this.clocks().map(clock => clock.getTime());
    if (!/^\d{1,12}$/.test(timestamp)) return 'stale';
    const stampMs = Number(timestamp) * 1000;
    if (!clocks.some(now => now - stampMs <= oldestMs)) return 'stale';
    // Nor from the time to come: a callback that was signed for next year would be good until then.
    if (stampMs - Math.max(...clocks) > oldestMs) return 'stale';

    this.forget(Math.max(...clocks));
    const key = `${timestamp} ${nonce}`;
    const known = this.seen.get(key) ?? this.seenBefore.get(key);
    if (known !== undefined) return known === signature ? 'fine' : 'replayed';
    this.seen.set(key, signature);
    return 'fine';
  }

  /** Two halves: when one is ten minutes old or full, the older one goes. */
  private forget(now: number): void {
    if (now - this.since < oldestMs && this.seen.size < mostRemembered / 2) return;
    this.since = now;
    this.seenBefore = this.seen;
    this.seen = new Map();
  }
}
