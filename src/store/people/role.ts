import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** A role that a WeChat Work user holds in a grid, with its id from `domain/permissions.ts`. */
@Entity('role')
@Index(['gridId', 'userid'])
export class Role {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @TextColumn()
  userid!: string;

  @TextColumn()
  role!: string;

  /** The building a leader looks after; null for roles of the whole grid. */
  @TextColumn({ nullable: true })
  building!: string | null;

  @InstantColumn()
  givenAt!: Date;

  /** Null while it is held: a role is taken back, never deleted. */
  @InstantColumn({ nullable: true })
  endedAt!: Date | null;
}
