import { LessThanOrEqual } from 'typeorm';
import { Lease } from './lease.js';
import type { Records } from './records.js';

interface Claim {
  readonly name: string;
  readonly holder: string;
  readonly now: Date;
  /** For how long it is had, unless it is asked for again in between. */
  readonly forMs: number;
}

/** Which process does what only one may do: the record decides. */
export class Leases {
  constructor(private readonly manager: Records) {}

  /** True for the one process that has it from now on: it was free, its holder died, or it is the holder itself. */
  async take({ name, holder, now, forMs }: Claim): Promise<boolean> {
    const until = new Date(now.getTime() + forMs);
    const known = await this.manager.findOneBy(Lease, { name });
    if (!known) {
      // Two that insert at once: PostgreSQL refuses the second, which is tried again and finds the first one's row.
      await this.manager.insert(Lease, { name, holder, until });
      return true;
    }
    const which =
      known.holder === holder ? { name, holder } : { name, holder: known.holder, until: LessThanOrEqual(now) };
    const { affected } = await this.manager.update(Lease, which, { holder, until });
    return affected === 1;
  }

  /** Gives it back, or leaves it to nobody until a moment; does nothing when another process has it by now. */
  async leave({ name, holder, until }: { name: string; holder: string; until: Date }): Promise<void> {
    await this.manager.update(Lease, { name, holder }, { holder: '', until });
  }
}
