import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';
import type { Household } from './household.js';

/** One import of a roster, with what stood there before, so that it can be undone as one. */
@Entity('roster_import')
@Index(['gridId', 'at'])
export class RosterImport {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @InstantColumn()
  at!: Date;

  /** The households that it wrote, each with what the roster said of it before; null for a new one. */
  @JsonColumn(json.rows)
  before!: {
    readonly id: number;
    readonly old:
      | (Pick<Household, 'areaCentiM2' | 'owners' | 'userids' | 'phone'> &
          Partial<Pick<Household, 'shares' | 'tenants'>>)
      | null;
    /** The members whose say for it ended; older imports do not tell them. */
    readonly ended?: readonly number[];
  }[];

  /** The members that it bound. */
  @JsonColumn(json.numbers)
  bound!: number[];

  @InstantColumn({ nullable: true })
  undoneAt!: Date | null;
}
