import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** Works that stand still: by the decision of a secretary, or called off by the supervision team (docs/domain.md 4.1). */
@Entity('stoppage')
@Index(['projectId', 'id'])
export class Stoppage {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  projectId!: number;

  @TextColumn()
  by!: 'decision' | 'team';

  @TextColumn()
  reason!: string;

  /** Digests of the pictures that show why. */
  @JsonColumn(json.texts, { nullable: true })
  photos!: string[] | null;

  @IntColumn()
  memberId!: number;

  @InstantColumn()
  since!: Date;

  /** Null while it lasts. */
  @InstantColumn({ nullable: true })
  liftedAt!: Date | null;

  @IntColumn({ nullable: true })
  liftedById!: number | null;
}
