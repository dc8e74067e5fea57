import type { New, Rows } from '../engine/rows.js';
import { Idea } from './idea.js';

/** The ideas of residents, matter by matter. */
export class Ideas {
  constructor(private readonly rows: Rows) {}

  ofProject(projectId: number): Promise<Idea[]> {
    return this.rows.manager.find(Idea, { where: { gridId: this.rows.gridId, projectId }, order: { no: 'ASC' } });
  }

  keep(idea: Omit<New<Idea>, 'gridId'> | Idea): Promise<Idea> {
    return this.rows.keep(Idea, { ...idea, gridId: this.rows.gridId });
  }
}
