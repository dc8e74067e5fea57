import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** The supervision team (监管小组) of one project: residents, an odd number of at least three (docs/domain.md 2.1). */
@Entity('supervision_team')
@Index(['projectId'], { unique: true })
export class SupervisionTeam {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  projectId!: number;

  /** In the order in which they take their turns. */
  @JsonColumn(json.numbers)
  memberIds!: number[];

  @IntColumn()
  setById!: number;

  @InstantColumn()
  setAt!: Date;
}
