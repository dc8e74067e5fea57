import { Not } from 'typeorm';
import { DispatchAction } from './dispatch-action.js';
import type { New, Rows } from '../engine/rows.js';

/** The account (台账) of what dispatch meetings asked for. */
export class DispatchActions {
  constructor(private readonly rows: Rows) {}

  async byNo(no: number): Promise<DispatchAction | null> {
    return this.rows.manager.findOneBy(DispatchAction, { gridId: this.rows.gridId, no });
  }

  /** What is not closed yet, by the day it is due. */
  async open(): Promise<DispatchAction[]> {
    const found = await this.rows.manager.find(DispatchAction, {
      where: { gridId: this.rows.gridId, state: Not('closed' as const) },
      order: { no: 'ASC' },
    });
    return found.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.no - b.no));
  }

  async add(action: Omit<New<DispatchAction>, 'gridId' | 'no'>): Promise<DispatchAction> {
    const { gridId, manager } = this.rows;
    const last = await manager.findOne(DispatchAction, { where: { gridId }, order: { no: 'DESC' } });
    return this.rows.keep(DispatchAction, { ...action, gridId, no: (last?.no ?? 0) + 1 });
  }

  async keep(action: DispatchAction): Promise<DispatchAction> {
    return this.rows.keep(DispatchAction, action);
  }
}
