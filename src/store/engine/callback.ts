import { Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn, Unsealed } from './columns.js';

/** A message that was answered, and its answer: delivered again, it gets the same answer and does nothing. */
@Entity('callback')
@Unsealed()
export class Callback {
  @PrimaryColumn({ type: 'text' })
  messageId!: string;

  @JsonColumn()
  reply!: Record<string, unknown>;

  @Index()
  @InstantColumn()
  at!: Date;
}
