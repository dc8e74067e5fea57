import type { Stage } from '../../domain/funds/payment-terms.js';
import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { FenColumn, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** A payment that is asked for: checked by the bookkeeper, approved by limit, open to a hold, then paid by the cashier (docs/domain.md 8.4). */
@Entity('spend_request')
@Index(['gridId', 'no'], { unique: true })
@Index(['projectId', 'state'])
export class SpendRequest {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  projectId!: number;

  /** 1, 2, 3 … in the grid. */
  @IntColumn()
  no!: number;

  @FenColumn()
  amountFen!: number;

  /** What it is for, in the words of who asks. */
  @TextColumn()
  purpose!: string;

  /** Who is paid (收款方); null where the handler did not say. */
  @TextColumn({ nullable: true })
  payee!: string | null;

  /** The digest of the picture of the invoice or receipt; null while it is still owed. */
  @TextColumn({ nullable: true })
  photo!: string | null;

  /** The digest of the picture that the notice board shows, masked where it has to be; null while none is public. */
  @TextColumn({ nullable: true })
  shownPhoto!: string | null;

  /** The line of the budget that it belongs to; null where the plan has none. */
  @TextColumn({ nullable: true })
  line!: string | null;

  /** Paid ahead of the works, or with a milestone that was reached; null where it is neither. */
  @TextColumn({ nullable: true })
  stage!: Stage | null;

  /** What is kept back of the amount until the end of the warranty, in fen; null where nothing is. */
  @FenColumn({ nullable: true })
  retainedFen!: number | null;

  /** The last day of the warranty, `2027-06-30`. */
  @TextColumn({ nullable: true })
  warrantyOn!: string | null;

  /** The voucher number under which what was kept back was paid out; null until then. */
  @IntColumn({ nullable: true })
  releasedNo!: number | null;

  /** The handler (经手人). */
  @IntColumn()
  askedById!: number;

  @InstantColumn()
  askedAt!: Date;

  @TextColumn()
  state!: 'asked' | 'checked' | 'approved' | 'held' | 'paid' | 'refused';

  /** The bookkeeper. */
  @IntColumn({ nullable: true })
  checkedById!: number | null;

  @InstantColumn({ nullable: true })
  checkedAt!: Date | null;

  /** The members who approved, one after another. */
  @JsonColumn(json.numbers)
  approvals!: number[];

  /** When the last approval that was needed came: the hold window opens. */
  @InstantColumn({ nullable: true })
  approvedAt!: Date | null;

  /** The supervisor who said that the team has no objection; needed above the limits. */
  @IntColumn({ nullable: true })
  clearedById!: number | null;

  @IntColumn({ nullable: true })
  heldById!: number | null;

  @InstantColumn({ nullable: true })
  heldAt!: Date | null;

  @TextColumn({ nullable: true })
  holdReason!: string | null;

  /** Why it was sent back; null where it was not. */
  @TextColumn({ nullable: true })
  refusedReason!: string | null;

  /** The voucher number of the payment; null until it is paid. */
  @IntColumn({ nullable: true })
  entryNo!: number | null;

  /** What it may be paid in spite of, by the community's secretary's word; null where nothing was released. */
  @JsonColumn(json.despite, { nullable: true })
  despite!: Despite | null;
}

/** A release: from what, why, by whom and when. */
interface Despite {
  readonly stops: readonly string[];
  readonly reason: string;
  readonly byId: number;
  readonly at: string;
}
