/** A clock that can be moved forward; between moves it ticks like the real one. */
export class MovableClock {
  private offsetMs = 0;

  constructor(private readonly real: () => Date) {}

  readonly now = (): Date => new Date(this.real().getTime() + this.offsetMs);

  /** Moves to a moment that lies ahead; an earlier one leaves the clock as it is. */
  moveTo(moment: Date): void {
    this.offsetMs += Math.max(0, moment.getTime() - this.now().getTime());
  }
}
