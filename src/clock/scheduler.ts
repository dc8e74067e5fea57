import { parse, schedule, type ScheduledTask } from 'node-cron';
import type { Logger } from 'pino';
import { aheadMs, dayMs, hourMs, minuteMs, shanghai, zone } from '../domain/calendar.js';
import type { JobDefinition } from './job.js';
import type { Grid } from '../store/people/grid.js';
import type { Store } from '../store/engine/store.js';
import type { Tell } from '../store/engine/unit.js';

interface SchedulerParts {
  readonly store: Store;
  readonly jobs: ReadonlyMap<string, JobDefinition>;
  readonly now: () => Date;
  readonly boardUrl: (grid: string, no?: number) => string;
  /** How whoever has to hear of what a job did hears of it. */
  readonly tell: Tell;
  readonly log: Logger;
  /** Told after every round, so that what was decided is sent. */
  readonly afterRound: () => Promise<void>;
  /** Told each time that the record could be asked what is left to run. */
  readonly onLook?: () => void;
}

/** How often a long run says that it goes on, and how often others look for runs that do not. */
const signOfLifeMs = 10_000;
const takeOverEveryMs = 5_000;
/** A 29 February comes again within eight years. */
const nineYearsMs = 9 * 366 * dayMs;

/** Runs the jobs by the clock of Asia/Shanghai. */
export class Scheduler {
  private tasks: ScheduledTask[] = [];
  private takeOver: NodeJS.Timeout | undefined;
  private readonly underWay = new Set<Promise<boolean>>();
  private isStopping = false;
  /** By job, the last run that could not be entered in the record: with its minute past, nothing else would begin it. */
  private readonly untaken = new Map<string, string>();

  constructor(private readonly parts: SchedulerParts) {}

  start(): void {
    const failed = (error: unknown): void => this.parts.log.error({ err: error }, 'a job failed');
    for (const [name, { cron }] of this.parts.jobs) {
      const task = schedule(cron, ({ date }) => this.runDue(name, date).catch(failed), {
        name,
        timezone: zone,
        noOverlap: true,
        suppressMissedWarning: true,
      });
      this.tasks.push(task);
    }
    this.takeOver = setInterval(() => void this.runLeft().catch(failed), takeOverEveryMs);
  }

  /** Nothing new is begun; a round under way ends after the grid that it is at, and the rest is left for the next process. */
  async stop(): Promise<void> {
    this.isStopping = true;
    for (const task of this.tasks) await task.destroy();
    this.tasks = [];
    clearInterval(this.takeOver);
    await Promise.allSettled(this.underWay);
  }

  /**
   * One due run, by whichever process is first: the record's row for this job and minute decides. False when another
   * process has it.
   */
  async runDue(name: string, due: Date): Promise<boolean> {
    const minute = shanghai(due).startOf('minute').toJSDate();
    return this.known(this.runOnce(`${name}@${minute.toISOString()}`));
  }

  /** Runs what a process that died has left unfinished, and what could not begin while the record did not answer. */
  async runLeft(): Promise<void> {
    const { store, now, onLook } = this.parts;
    const left = await store.inUnit(open => open.jobRuns.left(now()));
    onLook?.();
    for (const run of [...this.untaken.values(), ...left]) await this.known(this.runOnce(run));
  }

  private async known(run: Promise<boolean>): Promise<boolean> {
    this.underWay.add(run);
    try {
      return await run;
    } finally {
      this.underWay.delete(run);
    }
  }

  private async runOnce(run: string): Promise<boolean> {
    const { store, now } = this.parts;
    if (this.isStopping) return false;
    const [name = ''] = run.split('@');
    this.untaken.set(name, run);
    const isOurs = await store.inUnit(open => open.jobRuns.take(run, now()));
    if (this.untaken.get(name) === run) this.untaken.delete(name);
    if (!isOurs) return false;
    await this.run(name, () => store.inUnit(open => open.jobRuns.signOfLife(run, now())));
    if (!this.isStopping) await store.inUnit(open => open.jobRuns.finish(run, now()));
    return true;
  }

  /** One round of one job over all grids. A grid that fails is logged and does not hold up the others. */
  async run(name: string, stillHere?: () => Promise<void>): Promise<void> {
    await this.round(name, await this.grids(), stillHere);
  }

  /** The rounds of several jobs, one after another. */
  async runAll(names: Iterable<string>): Promise<void> {
    const grids = await this.grids();
    for (const name of names) await this.round(name, grids);
  }

  private grids(): Promise<Grid[]> {
    return this.parts.store.inUnit(open => open.grids.open());
  }

  private async round(name: string, grids: readonly Grid[], stillHere?: () => Promise<void>): Promise<void> {
    const { store, now, log, boardUrl, tell, afterRound } = this.parts;
    const job = this.parts.jobs.get(name);
    if (!job) throw new Error(`there is no job ${name}`);
    let told = now().getTime();
    for (const grid of grids) {
      if (this.isStopping) return;
      if (now().getTime() - told > signOfLifeMs) {
        await stillHere?.();
        told = now().getTime();
      }
      try {
        const at = now();
        const cause = { by: 'clock', at, messageId: null, tell };
        await job.run({
          grid,
          now: at,
          inUnit: work => store.inGrid(grid, work, cause),
          boardUrl: no => boardUrl(grid.code, no),
        });
      } catch (error) {
        log.error({ job: name, grid: grid.code, err: error }, 'a job failed');
      }
    }
    await afterRound();
  }

  /** Runs every job once: after a start, what fell due while the process was away is done at once. */
  async catchUp(): Promise<void> {
    await this.runAll(this.parts.jobs.keys());
  }

  /** The first moment after `after` at which a job has to look, and which jobs; null when nothing is in sight. */
  async nextWake(after: Date): Promise<{ at: Date; names: string[] } | null> {
    const dues = await this.duesAfter(after);
    let next: { at: Date; names: string[] } | null = null;
    for (const [name, { cron, nextDue }] of this.parts.jobs) {
      const due = nextDue ? dues.get(name) : after;
      if (!due) continue;
      // A minute that is named may be the very one that something is due at.
      const at = nextRun(cron, due > after ? new Date(due.getTime() - 1) : after);
      if (next === null || at < next.at) next = { at, names: [name] };
      else if (at.getTime() === next.at.getTime()) next.names.push(name);
    }
    return next;
  }

  /** What the jobs that know it wait for next, the earliest in any grid; a grid is asked once for all of them. */
  private async duesAfter(after: Date): Promise<ReadonlyMap<string, Date>> {
    const { store, jobs } = this.parts;
    const dues = new Map<string, Date>();
    await store.inUnit(async open => {
      for (const grid of await open.grids.open()) {
        const unit = await open.within(grid);
        for (const [name, { nextDue }] of jobs) {
          const due = await nextDue?.(unit, after);
          const earlier = dues.get(name);
          if (due && (!earlier || due < earlier)) dues.set(name, due);
        }
      }
    });
    return dues;
  }
}

/** A line's last answer holds for every moment between the question and the answer. */
const answers = new Map<string, { from: Date; at: Date }>();

/** The first minute after `after` that a five-field cron line names, in Asia/Shanghai. */
export function nextRun(cron: string, after: Date): Date {
  const known = answers.get(cron);
  if (known && known.from <= after && after < known.at) return new Date(known.at);
  const at = firstMinute(cron, after);
  answers.set(cron, { from: new Date(after), at: new Date(at) });
  return at;
}

/** What a line names, as node-cron reads it: reading takes longer than looking for the minute. */
const lines = new Map<string, ReturnType<typeof parse>>();

function named(cron: string): ReturnType<typeof parse> {
  const fields = lines.get(cron) ?? parse(cron);
  lines.set(cron, fields);
  return fields;
}

function firstMinute(cron: string, after: Date): Date {
  const fields = named(cron);
  // The clock of Shanghai, as if it were that of UTC.
  const start = (Math.floor(after.getTime() / minuteMs) + 1) * minuteMs + aheadMs;
  for (let day = start - (start % dayMs); day < start + nineYearsMs; day += dayMs) {
    const date = new Date(day);
    const isNamed =
      fields.month.includes(date.getUTCMonth() + 1) &&
      fields.dayOfMonth.includes(date.getUTCDate()) &&
      fields.dayOfWeek.includes(date.getUTCDay());
    if (!isNamed) continue;
    for (const hour of fields.hour) {
      for (const minute of fields.minute) {
        const at = day + hour * hourMs + minute * minuteMs;
        if (at >= start) return new Date(at - aheadMs);
      }
    }
  }
  throw new Error(`the cron line ${cron} names no minute within nine years`);
}
