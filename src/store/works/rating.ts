import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn } from '../engine/columns.js';

/** What a household thinks of an accepted project, 1 to 5. It may be changed while rating is open. */
@Entity('rating')
@Index(['projectId', 'householdId'], { unique: true })
export class Rating {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  projectId!: number;

  @IntColumn()
  householdId!: number;

  @IntColumn()
  memberId!: number;

  @IntColumn()
  score!: number;

  @InstantColumn()
  at!: Date;
}
