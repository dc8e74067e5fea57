import type { Grid } from '../store/people/grid.js';
import type { Unit } from '../store/engine/unit.js';

/** What a job is given: one grid, the moment, and units of work. It asks the record what is due. */
interface Round {
  readonly grid: Grid;
  readonly now: Date;
  inUnit<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
  boardUrl(no?: number): string;
}

export interface JobDefinition {
  /** When it looks, in Asia/Shanghai: five fields of cron. */
  readonly cron: string;
  /** What it does, in Chinese, for the operator. */
  readonly about: string;
  /** Does everything that is due at `now`; running twice is the same as running once. */
  run(round: Round): Promise<void>;
  /**
   * The next moment after `now` at which the record will have something due, if it can be told. When the clock of trial
   * mode is moved, a job that looks every minute is only woken then.
   */
  nextDue?(unit: Unit, now: Date): Promise<Date | null>;
}

export function defineJob(definition: JobDefinition): JobDefinition {
  return definition;
}
