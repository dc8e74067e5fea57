/** Rounds of one kind of work, one after another; calls that come while one runs share the next. */
export class Rounds {
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;

  constructor(
    private readonly once: () => Promise<void>,
    /** Told of a round that failed: it must not keep the later ones from beginning. */
    private readonly onFault: (error: unknown) => void,
  ) {}

  run(): Promise<void> {
    this.next ??= this.running.then(() => {
      this.next = null;
      return this.once();
    });
    this.next = this.next.catch(this.onFault);
    this.running = this.next;
    return this.next;
  }

  /** Resolves when what was begun has ended. */
  ended(): Promise<void> {
    return this.running;
  }
}
