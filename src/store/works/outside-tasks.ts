import { IsNull } from 'typeorm';
import type { New, Rows } from '../engine/rows.js';
import { OutsideAnswer } from './outside-answer.js';
import { OutsideTask } from './outside-task.js';

/** What outside parties were asked, and what they answered. */
export class OutsideTasks {
  constructor(private readonly rows: Rows) {}

  async ask(task: Omit<New<OutsideTask>, 'gridId' | 'no'>): Promise<OutsideTask> {
    const { gridId } = this.rows;
    const no = (await this.rows.manager.countBy(OutsideTask, { gridId })) + 1;
    return this.rows.keep(OutsideTask, { ...task, gridId, no });
  }

  keep(task: OutsideTask): Promise<OutsideTask> {
    return this.rows.keep(OutsideTask, task);
  }

  byNo(no: number): Promise<OutsideTask | null> {
    return this.rows.manager.findOneBy(OutsideTask, { gridId: this.rows.gridId, no });
  }

  ofProject(projectId: number): Promise<OutsideTask[]> {
    const where = { gridId: this.rows.gridId, projectId };
    return this.rows.manager.find(OutsideTask, { where, order: { no: 'ASC' } });
  }

  /** Those that nobody has ended, oldest first. */
  open(): Promise<OutsideTask[]> {
    const where = { gridId: this.rows.gridId, endedAt: IsNull() };
    return this.rows.manager.find(OutsideTask, { where, order: { no: 'ASC' } });
  }

  answer(answer: Omit<New<OutsideAnswer>, 'gridId'>): Promise<OutsideAnswer> {
    return this.rows.keep(OutsideAnswer, { ...answer, gridId: this.rows.gridId });
  }

  answers({ id }: Pick<OutsideTask, 'id'>): Promise<OutsideAnswer[]> {
    const where = { gridId: this.rows.gridId, taskId: id };
    return this.rows.manager.find(OutsideAnswer, { where, order: { id: 'ASC' } });
  }
}
