import type { Store } from '../store/engine/unit.js';

export interface HealthParts {
  readonly store: Store;
  /** Milliseconds that only grow: the time of day may be set back. */
  readonly clockMs: () => number;
  /** Since when the long connection ought to be up and is not, in those milliseconds; null where it is, or is another process's. */
  readonly connectionDownSince: () => number | null;
}

/** What stands still is told within half a minute: a little before, so that whoever asks every few seconds hears it in time. */
const stillMs = 20_000;
/** How long the record may take to answer. */
const answerMs = 2000;

/** Whether the process lives is told by its answering at all; whether it is ready, by what it has done lately. */
export class Health {
  private outboxAt: number;

  constructor(private readonly parts: HealthParts) {
    this.outboxAt = parts.clockMs();
  }

  /** A round of the outbox has ended well. */
  outboxWent(): void {
    this.outboxAt = this.parts.clockMs();
  }

  /** What stands still; empty when the bot is ready. */
  async standingStill(): Promise<string[]> {
    const { clockMs, connectionDownSince } = this.parts;
    const since = connectionDownSince();
    const still = (from: number): boolean => clockMs() - from > stillMs;
    return [
      ...((await this.recordAnswers()) ? [] : ['the record does not answer']),
      ...(still(this.outboxAt) ? ['the outbox stands still'] : []),
      ...(since !== null && still(since) ? ['the long connection is not up'] : []),
    ];
  }

  private async recordAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>(resolve => {
      timer = setTimeout(resolve, answerMs, false);
    });
    const answer = this.parts.store
      .inUnit(open => open.grids.byCode(''))
      .then(
        () => true,
        () => false,
      );
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }
}
