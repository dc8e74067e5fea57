import { IsNull, LessThan } from 'typeorm';
import { Objection } from './objection.js';
import type { New, Rows } from '../engine/rows.js';

export class Objections {
  constructor(private readonly rows: Rows) {}

  /** In the order they were raised. */
  async ofProject(projectId: number): Promise<Objection[]> {
    return this.rows.manager.find(Objection, { where: { gridId: this.rows.gridId, projectId }, order: { no: 'ASC' } });
  }

  async open(projectId: number): Promise<Objection[]> {
    return this.rows.manager.find(Objection, {
      where: { gridId: this.rows.gridId, projectId, answeredAt: IsNull() },
      order: { no: 'ASC' },
    });
  }

  /** Unanswered ones whose time is over. */
  async overdue(now: Date): Promise<Objection[]> {
    return this.rows.manager.find(Objection, {
      where: { gridId: this.rows.gridId, answeredAt: IsNull(), dueAt: LessThan(now) },
      order: { id: 'ASC' },
    });
  }

  async keep(objection: New<Objection> | Objection): Promise<Objection> {
    return this.rows.keep(Objection, objection);
  }
}
