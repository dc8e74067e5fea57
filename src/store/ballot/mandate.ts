import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/**
 * A paper that says who votes for a unit in one poll: an agent from outside (委托, 民法典 Art. 165), or one of several
 * co-owners named by them all (代表). Entered by one person, checked by another.
 */
@Entity('mandate')
@Index(['pollId', 'householdId'])
export class Mandate {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  pollId!: number;

  @IntColumn()
  householdId!: number;

  @TextColumn()
  kind!: 'proxy' | 'representative';

  /** Who votes for the unit. */
  @IntColumn()
  memberId!: number;

  /** The digest of the picture of the paper. */
  @TextColumn()
  photo!: string;

  @IntColumn()
  enteredById!: number;

  @InstantColumn()
  enteredAt!: Date;

  @TextColumn()
  state!: 'pending' | 'checked' | 'returned' | 'withdrawn';

  @IntColumn({ nullable: true })
  checkedById!: number | null;

  @InstantColumn({ nullable: true })
  checkedAt!: Date | null;
}
