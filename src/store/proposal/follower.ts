import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** Somebody who took part in a matter, with what they were told of it last; or who asked not to be told. */
@Entity('follower')
@Index(['projectId', 'by'], { unique: true })
export class Follower {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  projectId!: number;

  /** The userid: strangers may have reported it as well. */
  @TextColumn()
  by!: string;

  @InstantColumn({ nullable: true })
  toldAt!: Date | null;

  /** Since when they want to hear no more of this matter; null while they do. */
  @InstantColumn({ nullable: true })
  quietAt!: Date | null;
}
