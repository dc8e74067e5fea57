import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn, Unsealed } from '../engine/columns.js';

/**
 * Somebody whom the bot knows by more than an account of the company, or by none. `userid` is the key that members, roles and posts
 * point to: a member's account as it is, and for residents from outside one that was made up. Not sealed: erased as one.
 */
@Entity('person')
@Unsealed()
export class Person {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @Index({ unique: true })
  @TextColumn()
  userid!: string;

  /** The grid whose card or link they came by, as long as they belong to none. */
  @IntColumn({ nullable: true })
  gridId!: number | null;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn({ nullable: true })
  erasedAt!: Date | null;
}
