import { IsNull, LessThan } from 'typeorm';
import { JobRun } from './job-run.js';
import type { Records } from './records.js';

/** After this long without a sign of life a run counts as left by a process that died. */
const deadAfterMs = 30_000;

/** Which process runs which job: the record decides. */
export class JobRuns {
  constructor(private readonly manager: Records) {}

  /** True for the one caller who is to do this run: it is new, or whoever began it has died. */
  async take(run: string, now: Date): Promise<boolean> {
    const known = await this.manager.findOneBy(JobRun, { run });
    if (!known) {
      // Two that insert at once: PostgreSQL refuses the second, which is tried again and finds the first one's row.
      await this.manager.insert(JobRun, { run, startedAt: now, finishedAt: null });
      return true;
    }
    if (known.finishedAt || now.getTime() - known.startedAt.getTime() < deadAfterMs) return false;
    const { affected } = await this.manager.update(
      JobRun,
      { run, startedAt: known.startedAt },
      { startedAt: new Date(Math.max(now.getTime(), known.startedAt.getTime() + 1)) },
    );
    return affected === 1;
  }

  async signOfLife(run: string, now: Date): Promise<void> {
    await this.manager.update(JobRun, { run }, { startedAt: now });
  }

  async finish(run: string, now: Date): Promise<void> {
    await this.manager.update(JobRun, { run }, { finishedAt: now });
  }

  /** Runs that were begun and left. */
  async left(now: Date): Promise<string[]> {
    const startedAt = LessThan(new Date(now.getTime() - deadAfterMs));
    const found = await this.manager.find(JobRun, { where: { finishedAt: IsNull(), startedAt } });
    return found.map(({ run }) => run);
  }
}
