import { Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, Unsealed } from './columns.js';

/** One run of a job, by name and due time: the row decides which of several processes does it. */
@Entity('job_run')
@Unsealed()
export class JobRun {
  /** `job@2026-03-02T10:00:00.000Z` */
  @PrimaryColumn({ type: 'text' })
  run!: string;

  /** When it was taken up, and moved on while it goes on; one that stands still was left by a process that died. */
  @InstantColumn()
  startedAt!: Date;

  @Index()
  @InstantColumn({ nullable: true })
  finishedAt!: Date | null;
}
