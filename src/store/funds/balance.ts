import { Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, Unsealed } from '../engine/columns.js';

/** The running total of one account, so that a summary costs the same with ten entries or ten million. */
@Entity('balance')
@Unsealed()
export class Balance {
  /** `projectId/account`, or `projectId/household/householdId/promised` or `…/paid`. */
  @PrimaryColumn({ type: 'text' })
  account!: string;

  @FenColumn()
  amountFen!: number;
}
