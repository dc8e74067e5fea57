import { IsNull, Not } from 'typeorm';
import { RoleCard } from './role-card.js';
import type { New, Rows } from '../engine/rows.js';

/** The cards of those who have a role. */
export class RoleCards {
  constructor(private readonly rows: Rows) {}

  async of(memberId: number): Promise<RoleCard | null> {
    return this.rows.manager.findOneBy(RoleCard, { gridId: this.rows.gridId, memberId });
  }

  async keep(card: Omit<New<RoleCard>, 'gridId'> | RoleCard): Promise<RoleCard> {
    return this.rows.keep(RoleCard, { ...card, gridId: this.rows.gridId });
  }

  /** The cards whose members have agreed to show them. */
  async shown(): Promise<RoleCard[]> {
    const where = { gridId: this.rows.gridId, shownAt: Not(IsNull()) };
    return this.rows.manager.find(RoleCard, { where, order: { id: 'ASC' } });
  }
}
