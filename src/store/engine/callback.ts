import { Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn, Unsealed } from './columns.js';
import * as json from './json-shapes.js';

/** A message that was answered, and its answer: delivered again, it gets the same answer and does nothing. */
@Entity('callback')
@Unsealed()
export class Callback {
  @PrimaryColumn({ type: 'text' })
  messageId!: string;

  @JsonColumn(json.named)
  reply!: Record<string, unknown>;

  @Index()
  @InstantColumn()
  at!: Date;
}
