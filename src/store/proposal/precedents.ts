import type { Rows } from '../engine/rows.js';
import type { PrecedentFacts } from '../../domain/proposal/precedent.js';
import { Precedent } from './precedent.js';

/** The library of ended matters: what is kept is this grid's, what is read is of all grids, as everybody may read it. */
export class Precedents {
  constructor(private readonly rows: Rows) {}

  async all(): Promise<PrecedentFacts[]> {
    const rows = await this.rows.manager.find(Precedent, { order: { id: 'DESC' }, take: 5000 });
    return rows.map(({ facts }) => facts);
  }

  has(source: string): Promise<boolean> {
    return this.rows.manager.existsBy(Precedent, { gridId: this.rows.gridId, source });
  }

  keep(facts: PrecedentFacts): Promise<Precedent> {
    return this.rows.keep(Precedent, { gridId: this.rows.gridId, source: facts.source, facts });
  }
}
