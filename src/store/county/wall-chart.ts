import { type Verdict } from '../../domain/county/colour.js';
import { receivedFen } from '../../domain/funds/ledger.js';
import { weighedPercent } from '../../domain/works/milestones.js';
import type { Grid } from '../people/grid.js';
import type { KeyProject } from './key-project.js';
import type { Milestone } from '../works/milestone.js';
import type { Project } from '../proposal/project.js';
import { shownAs, verdictOn } from './standing.js';
import type { Unit } from '../engine/unit.js';

/** What the wall chart shows of a key project. Nobody is named in full. */
export interface KeyLine {
  readonly key: KeyProject;
  readonly project: Project;
  /** 网格书记王＊. */
  readonly leader: string;
  readonly milestones: readonly Milestone[];
  /** By the weights of the milestones; where the plan has none, as it was last reported. */
  readonly percent: number;
  readonly verdict: Verdict;
  /** Received of the budget, in fen. */
  readonly receivedFen: number;
}

/** A grid on the wall chart (挂图作战); a grid without a key project is flagged. */
export interface WallLine {
  readonly grid: Grid;
  readonly year: number;
  readonly key: KeyLine | null;
}

/** The line of a grid on the wall chart of a year. */
export async function wallLine(unit: Unit, year: number, now: Date): Promise<WallLine> {
  const { grid } = unit;
  const key = await unit.watch.keyProject(year);
  const project = key && (await unit.projects.byId(key.projectId));
  if (!key || !project) return { grid, year, key: null };
  const leader = await unit.members.byId(key.leaderId);
  const milestones = await unit.works.milestones(project.id);
  return {
    grid,
    year,
    key: {
      key,
      project,
      leader: leader ? await shownAs(unit, leader) : '待定',
      milestones,
      percent: percentOf(project, milestones),
      verdict: await verdictOn(unit, project, now),
      receivedFen: receivedFen(await unit.ledger.balances(project.id)),
    },
  };
}

/** How far a project is, in percent: finished works are whole, whatever was reported step by step. */
export function percentOf(project: Pick<Project, 'state' | 'percent'>, milestones: readonly Milestone[]): number {
  return project.percent === 100 ? 100 : (weighedPercent(milestones) ?? project.percent);
}
