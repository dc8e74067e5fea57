import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn } from '../engine/columns.js';

/** Two members who are near kin, as one of them declared (docs/domain.md 2.2). Shown to nobody. */
@Entity('kinship')
@Index(['memberId', 'kinId'], { unique: true })
export class Kinship {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** Who declared it. */
  @IntColumn()
  memberId!: number;

  @IntColumn()
  kinId!: number;

  @InstantColumn()
  at!: Date;
}
