import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, TextColumn } from '../engine/columns.js';

/** What somebody with a role promises to the neighbours (亮身份、明承诺). Shown only once they have said yes to it. */
@Entity('role_card')
@Index(['gridId', 'memberId'], { unique: true })
export class RoleCard {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  @IntColumn()
  memberId!: number;

  /** In the member's words. */
  @TextColumn()
  promise!: string;

  /** Since when the card is shown, with the member's consent; null: it is not. */
  @InstantColumn({ nullable: true })
  shownAt!: Date | null;

  /** When the member agreed to the whole name on it; null: the masked one. */
  @InstantColumn({ nullable: true })
  namedAt!: Date | null;

  /** How many stars the leader has agreed to show, and when they were counted; null: none are shown. */
  @IntColumn({ nullable: true })
  stars!: number | null;

  @InstantColumn({ nullable: true })
  starsAt!: Date | null;
}
