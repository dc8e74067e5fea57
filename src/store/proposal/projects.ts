import { strict as assert } from 'node:assert';
import { In } from 'typeorm';
import { follows, type ProjectState, statesUnderWay } from '../../domain/lifecycle.js';
import { Grid } from '../people/grid.js';
import { Followers } from './followers.js';
import { Ideas } from './ideas.js';
import { Project } from './project.js';
import { Support } from './support.js';
import type { New, Rows } from '../engine/rows.js';

export class Projects {
  /** What each who took part in a matter was told of it. */
  readonly followers: Followers;
  /** How residents would have a matter done. */
  readonly ideas: Ideas;

  constructor(
    private readonly rows: Rows,
    private readonly grid: Grid,
  ) {
    this.followers = new Followers(rows);
    this.ideas = new Ideas(rows);
  }

  byNo(no: number): Promise<Project | null> {
    return this.rows.manager.findOneBy(Project, { gridId: this.rows.gridId, no });
  }

  byId(id: number): Promise<Project | null> {
    return this.rows.manager.findOneBy(Project, { gridId: this.rows.gridId, id });
  }

  inStates(states: readonly ProjectState[]): Promise<Project[]> {
    return this.rows.manager.find(Project, {
      where: { gridId: this.rows.gridId, state: In([...states]) },
      order: { no: 'ASC' },
    });
  }

  /** The numbers of projects in some states: asked before every message, so no more than that is read. */
  numbersIn(states: readonly ProjectState[]): Promise<Pick<Project, 'id' | 'no'>[]> {
    return this.rows.manager.find(Project, {
      where: { gridId: this.rows.gridId, state: In([...states]) },
      order: { no: 'ASC' },
      only: ['id', 'no'],
    });
  }

  /** Those that somebody works on or will, newest first: as many as a grid has in hand, however many it has ended. */
  async underWay(): Promise<Project[]> {
    return (await this.inStates(statesUnderWay)).toReversed();
  }

  /** What those are called. */
  titlesUnderWay(): Promise<Pick<Project, 'id' | 'no' | 'title'>[]> {
    return this.rows.manager.find(Project, {
      where: { gridId: this.rows.gridId, state: In([...statesUnderWay]) },
      order: { no: 'ASC' },
      only: ['id', 'no', 'title'],
    });
  }

  /** Newest first. */
  async all(most = 1000): Promise<Project[]> {
    return this.rows.manager.find(Project, { where: { gridId: this.rows.gridId }, order: { no: 'DESC' }, take: most });
  }

  /** All that the grid ever had, newest first: what its figures are counted from. */
  every(): Promise<Project[]> {
    return this.all(100_000);
  }

  /** Newest first, a page at a time. */
  async page(states: readonly ProjectState[], { skip, take }: { skip: number; take: number }): Promise<Project[]> {
    const where = { gridId: this.rows.gridId, state: In([...states]) };
    return this.rows.manager.find(Project, { where, order: { no: 'DESC' }, skip, take });
  }

  countIn(states: readonly ProjectState[]): Promise<number> {
    return this.rows.manager.countBy(Project, { gridId: this.rows.gridId, state: In([...states]) });
  }

  /** The next number of the grid's one row of numbers, for a proposal or a poll of its own. */
  async takeNo(): Promise<number> {
    const no = this.grid.nextNo;
    this.grid.nextNo += 1;
    await this.rows.keep(Grid, this.grid);
    return no;
  }

  async keep(project: New<Project> | Project): Promise<Project> {
    return this.rows.keep(Project, project);
  }

  /** Moves a project on. Which states may follow which is the lifecycle's to say; anything else is a fault of the program. */
  async moveTo(project: Project, state: ProjectState, at: Date, changes: Partial<Project> = {}): Promise<Project> {
    assert(follows(project.state, state), `a project cannot go from ${project.state} to ${state}`);
    return this.keep(Object.assign(project, changes, { state, stateSince: at }));
  }

  supports(projectId: number): Promise<Support[]> {
    return this.rows.manager.find(Support, { where: { projectId }, order: { id: 'ASC' } });
  }

  keepSupport(support: Omit<Support, 'id'>): Promise<Support> {
    return this.rows.keep(Support, support);
  }
}
