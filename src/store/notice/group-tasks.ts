import { In, LessThan } from 'typeorm';
import { dayMs } from '../../domain/calendar.js';
import { GroupTask } from './group-task.js';
import type { Records } from '../engine/records.js';
import { insertRow } from '../engine/rows.js';

/** The digests for customer groups, and what became of them. */
export class GroupTasks {
  constructor(private readonly manager: Records) {}

  /** Keeps that a task is about to be made; false where the owner has one of that day. Old ones are forgotten. */
  async begin(task: Omit<GroupTask, 'id' | 'msgid' | 'remindedAt'>): Promise<boolean> {
    const { gridId, day, sender, madeAt } = task;
    if (await this.manager.existsBy(GroupTask, { gridId, day, sender })) return false;
    await this.manager.delete(GroupTask, { madeAt: LessThan(new Date(madeAt.getTime() - 30 * dayMs)) });
    await insertRow(this.manager, GroupTask, { ...task, msgid: null, remindedAt: null } as GroupTask);
    return true;
  }

  of(gridId: number, day: string, sender: string): Promise<GroupTask | null> {
    return this.manager.findOneBy(GroupTask, { gridId, day, sender });
  }

  /** Those of which it is not known yet what becomes of them. */
  open(): Promise<GroupTask[]> {
    return this.manager.find(GroupTask, { where: { state: In(['making', 'made', 'paste']) }, order: { id: 'ASC' } });
  }

  async update({ id }: GroupTask, changes: Partial<Pick<GroupTask, 'state' | 'msgid' | 'remindedAt'>>): Promise<void> {
    await this.manager.update(GroupTask, id, changes as Partial<GroupTask>);
  }

  /** Nothing was made: it may be tried anew. */
  async drop({ id }: GroupTask): Promise<void> {
    await this.manager.delete(GroupTask, { id });
  }
}
