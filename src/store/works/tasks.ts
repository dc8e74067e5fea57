import { IsNull, MoreThanOrEqual } from 'typeorm';
import { Task } from './task.js';
import type { New, Rows } from '../engine/rows.js';
import { OutsideTasks } from './outside-tasks.js';

/** Tasks that residents have claimed. */
export class Tasks {
  /** What parties outside the neighbourhood are asked to do. */
  readonly outside: OutsideTasks;

  constructor(private readonly rows: Rows) {
    this.outside = new OutsideTasks(rows);
  }

  async claim(task: Omit<New<Task>, 'gridId' | 'no'>): Promise<Task> {
    const { gridId } = this.rows;
    const no = (await this.rows.manager.countBy(Task, { gridId })) + 1;
    return this.rows.keep(Task, { ...task, gridId, no });
  }

  async keep(task: Task): Promise<Task> {
    return this.rows.keep(Task, task);
  }

  async task(no: number): Promise<Task | null> {
    return this.rows.manager.findOneBy(Task, { gridId: this.rows.gridId, no });
  }

  /** What was claimed and neither found done nor given up, oldest first. */
  async open(): Promise<Task[]> {
    const where = { gridId: this.rows.gridId, checkedAt: IsNull(), droppedAt: IsNull() };
    return this.rows.manager.find(Task, { where, order: { no: 'ASC' } });
  }

  /** What was found done since then, oldest first. */
  async checkedSince(since: Date): Promise<Task[]> {
    const where = { gridId: this.rows.gridId, checkedAt: MoreThanOrEqual(since) };
    return this.rows.manager.find(Task, { where, order: { no: 'ASC' } });
  }
}
