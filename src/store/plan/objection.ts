import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** What a resident holds against a plan or a result (异议). It blocks the next step until it is answered (docs/domain.md 4.1). */
@Entity('objection')
@Index(['projectId', 'no'], { unique: true })
export class Objection {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  projectId!: number;

  /** 1, 2, 3 … within the project. */
  @IntColumn()
  no!: number;

  @TextColumn()
  about!: 'plan' | 'result';

  @TextColumn()
  text!: string;

  @IntColumn()
  memberId!: number;

  @InstantColumn()
  at!: Date;

  /** 24:00 of the third workday: until then it must be answered. */
  @InstantColumn()
  dueAt!: Date;

  /** Null until it is answered. */
  @TextColumn({ nullable: true })
  answer!: string | null;

  @IntColumn({ nullable: true })
  answeredById!: number | null;

  @InstantColumn({ nullable: true })
  answeredAt!: Date | null;

  /** 1 when the answer grants it; of a result that means the vote is void. */
  @IntColumn({ nullable: true })
  upheld!: number | null;
}
