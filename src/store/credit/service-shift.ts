import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn } from '../engine/columns.js';

/** One member's service in a session, from check-in to check-out. Its hours count once two others have confirmed them. */
@Entity('service_shift')
@Index(['gridId', 'memberId'])
@Index(['sessionId'])
export class ServiceShift {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  sessionId!: number;

  @IntColumn()
  memberId!: number;

  @InstantColumn()
  startedAt!: Date;

  @InstantColumn({ nullable: true })
  endedAt!: Date | null;

  /** Full half hours of service; 0 until it has ended. */
  @IntColumn()
  halfHours!: number;

  /** Who entered it by hand, for somebody who could not check in themselves. */
  @IntColumn({ nullable: true })
  enteredById!: number | null;

  /** Of the organiser and the second witness, who confirmed first. */
  @IntColumn({ nullable: true })
  firstConfirmedById!: number | null;

  @InstantColumn({ nullable: true })
  firstConfirmedAt!: Date | null;

  /** Who confirmed second: from then on the hours count. */
  @IntColumn({ nullable: true })
  confirmedById!: number | null;

  @InstantColumn({ nullable: true })
  confirmedAt!: Date | null;

  /** When it struck the bot that the same two confirm each other again and again. */
  @InstantColumn({ nullable: true })
  flaggedAt!: Date | null;
}
