import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { PrecedentFacts } from '../../domain/proposal/precedent.js';
import { IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** A matter that has ended, as others may learn from it: facts of the matter, none of any person. */
@Entity('precedent')
@Index(['gridId', 'source'], { unique: true })
export class Precedent {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** Where it can be read; the facts hold it as well. */
  @TextColumn()
  source!: string;

  @JsonColumn(json.precedent)
  facts!: PrecedentFacts;
}
