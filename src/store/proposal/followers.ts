import type { New, Rows } from '../engine/rows.js';
import { Follower } from './follower.js';

/** What each who took part in a matter was told of it, and who asked not to be told. */
export class Followers {
  constructor(private readonly rows: Rows) {}

  ofProject(projectId: number): Promise<Follower[]> {
    return this.rows.manager.findBy(Follower, { gridId: this.rows.gridId, projectId });
  }

  of(projectId: number, by: string): Promise<Follower | null> {
    return this.rows.manager.findOneBy(Follower, { gridId: this.rows.gridId, projectId, by });
  }

  keep(follower: Omit<New<Follower>, 'gridId'> | Follower): Promise<Follower> {
    return this.rows.keep(Follower, { ...follower, gridId: this.rows.gridId });
  }
}
