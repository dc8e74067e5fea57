import type { Store } from '../store/engine/store.js';

/** What goes round by itself, and what is said when it does not. */
const words = {
  outbox: 'the outbox stands still',
  clock: 'the clock of the jobs stands still',
  kf: '微信客服 stands still',
} as const;
export type Loop = keyof typeof words;

interface HealthParts {
  readonly store: Store;
  /** Milliseconds that only grow: the time of day may be set back. */
  readonly clockMs: () => number;
  /** Since when the long connection ought to be up and is not, in those milliseconds; null where it is, or is another process's. */
  readonly connectionDownSince: () => number | null;
  /** The loops of this process. */
  readonly loops: readonly Loop[];
}

/** What stands still is told within half a minute: a little before, so that whoever asks every few seconds hears it in time. */
const stillMs = 20_000;
/** How long the record may take to answer. */
const answerMs = 2000;

/** Whether the process lives is told by its answering at all; whether it is ready, by what it has done lately. */
export class Health {
  private readonly wentAt: Map<Loop, number>;

  constructor(private readonly parts: HealthParts) {
    this.wentAt = new Map(parts.loops.map(loop => [loop, parts.clockMs()]));
  }

  /** A round of this loop has ended well, or gets on. */
  went(loop: Loop): void {
    this.wentAt.set(loop, this.parts.clockMs());
  }

  /** What stands still; empty when the bot is ready. */
  async standingStill(): Promise<string[]> {
    const { clockMs, connectionDownSince } = this.parts;
    const since = connectionDownSince();
    const still = (from: number): boolean => clockMs() - from > stillMs;
    return [
      ...((await this.recordAnswers()) ? [] : ['the record does not answer']),
      ...[...this.wentAt].filter(([, at]) => still(at)).map(([loop]) => words[loop]),
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
