import { LessThan, MoreThan, Not } from 'typeorm';
import type { Records } from '../engine/records.js';
import { insertRow } from '../engine/rows.js';
import { DeskForm } from './desk-form.js';

/** A form and its answer are kept this long. */
const keptMs = 2 * 3_600_000;

type Whose = Pick<DeskForm, 'gridId' | 'userid'>;

/** The forms that were handed in at the desk, each for its own member. */
export class DeskForms {
  constructor(private readonly manager: Records) {}

  /** Keeps a form as it now is; those that are old are forgotten. */
  async keep(row: Omit<DeskForm, 'id'>): Promise<void> {
    const { userid, key, at } = row;
    await this.manager.delete(DeskForm, { at: LessThan(new Date(at.getTime() - keptMs)) });
    await this.manager.delete(DeskForm, { userid, key });
    await insertRow(this.manager, DeskForm, row as DeskForm);
  }

  /** The form of a key; null for another member's, and for one that is forgotten. */
  async of({ gridId, userid }: Whose, { address, key, now }: Pick<DeskForm, 'address' | 'key'> & { now: Date }) {
    const where = { gridId, userid, address, key, at: sinceKept(now) };
    return this.manager.findOne(DeskForm, { where, once: true });
  }

  /** What a member has filled in at one place and not got done, the newest first. */
  async unfinished({ gridId, userid }: Whose, address: string, now: Date): Promise<DeskForm[]> {
    const where = { gridId, userid, address, state: Not<DeskForm['state']>('done'), at: sinceKept(now) };
    return this.manager.find(DeskForm, { where, order: { at: 'DESC', id: 'DESC' }, once: true });
  }

  /** What a member has done at one place by other forms, the newest first. */
  async done({ gridId, userid }: Whose, { address, key, now }: Pick<DeskForm, 'address' | 'key'> & { now: Date }) {
    const where = { gridId, userid, address, key: Not(key), state: 'done' as const, at: sinceKept(now) };
    return this.manager.find(DeskForm, { where, order: { at: 'DESC', id: 'DESC' }, once: true });
  }

  /** The last form that was handed in after the session was over, once; null where there is none. */
  async takeLeft({ gridId, userid }: Whose, now: Date): Promise<DeskForm | null> {
    const where = { gridId, userid, state: 'left', at: sinceKept(now) } as const;
    const [found] = await this.manager.find(DeskForm, { where, order: { at: 'DESC', id: 'DESC' }, once: true });
    if (found) await this.manager.update(DeskForm, { gridId, userid, state: 'left' }, { state: 'open' });
    return found ?? null;
  }

  async forget({ gridId, userid }: Whose): Promise<void> {
    await this.manager.delete(DeskForm, { gridId, userid });
  }
}

function sinceKept(now: Date) {
  return MoreThan(new Date(now.getTime() - keptMs));
}
