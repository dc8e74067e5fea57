import { Like, MoreThanOrEqual } from 'typeorm';
import { Disclosure, type DisclosureKind } from './disclosure.js';
import type { New, Rows } from '../engine/rows.js';

export class Disclosures {
  constructor(private readonly rows: Rows) {}

  async has(projectId: number, kind: DisclosureKind, occasion: string): Promise<boolean> {
    return this.rows.manager.existsBy(Disclosure, { gridId: this.rows.gridId, projectId, kind, occasion });
  }

  async add(disclosure: Omit<New<Disclosure>, 'gridId' | 'no'>): Promise<Disclosure> {
    const [last] = await this.rows.manager.find(Disclosure, {
      where: { gridId: this.rows.gridId },
      order: { no: 'DESC' },
      take: 1,
    });
    return this.rows.keep(Disclosure, { ...disclosure, gridId: this.rows.gridId, no: (last?.no ?? 0) + 1 });
  }

  async byNo(no: number): Promise<Disclosure | null> {
    return this.rows.manager.findOneBy(Disclosure, { gridId: this.rows.gridId, no });
  }

  async keep(disclosure: Disclosure): Promise<Disclosure> {
    return this.rows.keep(Disclosure, disclosure);
  }

  /** The newest of a kind; of the plan its newest version (`v2`), not what else was told beside it. */
  async latest(projectId: number, kind: DisclosureKind): Promise<Disclosure | null> {
    return this.rows.manager.findOne(Disclosure, {
      where: { gridId: this.rows.gridId, projectId, kind, ...(kind === 'plan' && { occasion: Like('v%') }) },
      order: { id: 'DESC' },
    });
  }

  /** What was published from a moment on, oldest first. */
  async since(from: Date): Promise<Disclosure[]> {
    const where = { gridId: this.rows.gridId, at: MoreThanOrEqual(from) };
    return this.rows.manager.find(Disclosure, { where, order: { id: 'ASC' } });
  }

  /** Newest first. */
  async ofProject(projectId: number): Promise<Disclosure[]> {
    return this.rows.manager.find(Disclosure, {
      where: { gridId: this.rows.gridId, projectId },
      order: { id: 'DESC' },
    });
  }
}
