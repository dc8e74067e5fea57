import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, TextColumn, Unsealed } from './columns.js';

/** What only one process at a time may do, and which one does it. */
@Entity('lease')
@Unsealed()
export class Lease {
  /** `long-connection` */
  @PrimaryColumn({ type: 'text' })
  name!: string;

  /** The process that has it; a name made up at its start. */
  @TextColumn()
  holder!: string;

  /** Moved on while the holder lives; after this moment anybody may have it. */
  @InstantColumn()
  until!: Date;
}
