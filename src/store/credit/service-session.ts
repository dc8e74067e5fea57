import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** An occasion to volunteer (志愿活动), opened by an organiser; its code is told at the place. */
@Entity('service_session')
@Index(['gridId', 'no'], { unique: true })
export class ServiceSession {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** 1, 2, 3 … in the grid. */
  @IntColumn()
  no!: number;

  @TextColumn()
  title!: string;

  /** Four digits; no two sessions that are open have the same. */
  @TextColumn()
  code!: string;

  @IntColumn()
  openedById!: number;

  @InstantColumn()
  openedAt!: Date;

  /** 24:00 of the last day on which the code is good. */
  @InstantColumn()
  closesAt!: Date;
}
