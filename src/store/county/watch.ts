import { IsNull } from 'typeorm';
import { ColourMark } from './colour-mark.js';
import { KeyProject } from './key-project.js';
import { Stoppage } from '../works/stoppage.js';
import type { New, Rows } from '../engine/rows.js';

/** The key projects of the years, the colours that projects had, and the works that stand still. */
export class Watch {
  constructor(private readonly rows: Rows) {}

  async keyProject(year: number): Promise<KeyProject | null> {
    return this.rows.manager.findOneBy(KeyProject, { gridId: this.rows.gridId, year });
  }

  /** For which years a project was made the key project. */
  async keyYearsOf(projectId: number): Promise<KeyProject[]> {
    return this.rows.manager.find(KeyProject, {
      where: { gridId: this.rows.gridId, projectId },
      order: { year: 'ASC' },
    });
  }

  async keepKeyProject(keyProject: New<KeyProject> | KeyProject): Promise<KeyProject> {
    return this.rows.keep(KeyProject, keyProject);
  }

  /** Oldest first. */
  async marks(projectId: number): Promise<ColourMark[]> {
    return this.rows.manager.find(ColourMark, { where: { projectId }, order: { id: 'ASC' } });
  }

  async mark(mark: Omit<New<ColourMark>, 'gridId'>): Promise<ColourMark> {
    return this.rows.keep(ColourMark, { ...mark, gridId: this.rows.gridId });
  }

  /** What keeps the works of a project still now. */
  async stoppage(projectId: number): Promise<Stoppage | null> {
    return this.rows.manager.findOneBy(Stoppage, { projectId, liftedAt: IsNull() });
  }

  /** Every time that the works of a project stood still, oldest first. */
  async stoppages(projectId: number): Promise<Stoppage[]> {
    return this.rows.manager.find(Stoppage, { where: { projectId }, order: { id: 'ASC' } });
  }

  async keepStoppage(stoppage: New<Stoppage> | Stoppage): Promise<Stoppage> {
    return this.rows.keep(Stoppage, stoppage);
  }
}
