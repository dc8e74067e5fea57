import { In, IsNull } from 'typeorm';
import { isUnderWay } from '../../domain/lifecycle.js';
import { Finding } from './finding.js';
import { Kinship } from '../people/kinship.js';
import { Member } from '../people/member.js';
import { Project } from '../proposal/project.js';
import { SupervisionTeam } from './supervision-team.js';
import { TeamMonth } from './team-month.js';
import type { New, Rows } from '../engine/rows.js';

/** Who watches over which project, whose kin they are, and what they found. */
export class Supervision {
  constructor(private readonly rows: Rows) {}

  async team(projectId: number): Promise<SupervisionTeam | null> {
    return this.rows.manager.findOneBy(SupervisionTeam, { projectId });
  }

  async keepTeam(team: New<SupervisionTeam> | SupervisionTeam): Promise<SupervisionTeam> {
    return this.rows.keep(SupervisionTeam, team);
  }

  /** True while a project that a member's team watches over is not over. */
  async watches(memberId: number): Promise<boolean> {
    const { gridId, manager } = this.rows;
    const teams = (await manager.findBy(SupervisionTeam, { gridId })).filter(({ memberIds }) =>
      memberIds.includes(memberId),
    );
    const projects =
      teams.length === 0 ? [] : await manager.findBy(Project, { id: In(teams.map(team => team.projectId)) });
    return projects.some(({ state }) => isUnderWay(state));
  }

  /** One more team, or one less, that a member belongs to. */
  async count(member: Member, by: 1 | -1): Promise<void> {
    await this.rows.keep(Member, Object.assign(member, { teams: (member.teams ?? 0) + by }));
  }

  /** The near kin of a member, whichever of the two declared it. */
  async kinOf(memberId: number): Promise<number[]> {
    const { gridId, manager } = this.rows;
    const own = await manager.findBy(Kinship, { gridId, memberId });
    const others = await manager.findBy(Kinship, { gridId, kinId: memberId });
    return [...own.map(({ kinId }) => kinId), ...others.map(kin => kin.memberId)];
  }

  async keepKin(kin: Omit<New<Kinship>, 'gridId'>): Promise<Kinship> {
    return this.rows.keep(Kinship, { ...kin, gridId: this.rows.gridId });
  }

  async finding(no: number): Promise<Finding | null> {
    return this.rows.manager.findOneBy(Finding, { gridId: this.rows.gridId, no });
  }

  /** Oldest first. */
  async findings(projectId: number): Promise<Finding[]> {
    return this.rows.manager.find(Finding, { where: { projectId }, order: { no: 'ASC' } });
  }

  async addFinding(finding: Omit<New<Finding>, 'gridId' | 'no'>): Promise<Finding> {
    const { gridId, manager } = this.rows;
    const last = await manager.findOne(Finding, { where: { gridId }, order: { no: 'DESC' } });
    return this.rows.keep(Finding, { ...finding, gridId, no: (last?.no ?? 0) + 1 });
  }

  async keepFinding(finding: Finding): Promise<Finding> {
    return this.rows.keep(Finding, finding);
  }

  month(projectId: number, month: string): Promise<TeamMonth | null> {
    return this.rows.manager.findOneBy(TeamMonth, { projectId, month });
  }

  newestMonth(projectId: number): Promise<TeamMonth | null> {
    return this.rows.manager.findOne(TeamMonth, { where: { projectId }, order: { month: 'DESC' } });
  }

  /** Oldest first. */
  unpostedMonths(): Promise<TeamMonth[]> {
    const where = { gridId: this.rows.gridId, postedAt: IsNull() };
    return this.rows.manager.find(TeamMonth, { where, order: { id: 'ASC' } });
  }

  keepMonth(month: New<TeamMonth> | TeamMonth): Promise<TeamMonth> {
    return this.rows.keep(TeamMonth, month);
  }
}
