import { In, IsNull } from 'typeorm';
import { Contest } from './contest.js';
import { ContestAnswer } from './contest-answer.js';
import { ContestCandidate } from './contest-candidate.js';
import { ContestMark } from './contest-mark.js';
import { ContestObjection } from './contest-objection.js';
import { Grid } from '../people/grid.js';
import { Member } from '../people/member.js';
import { Role } from '../people/role.js';
import type { New, Rows } from '../engine/rows.js';

/**
 * The county's contests. What is kept belongs to the own grid and is sealed by its journal; what is read is the contest as a
 * whole, over all grids: candidates, marks, objections, and the roles by which judges stand aside.
 */
export class Contests {
  constructor(private readonly rows: Rows) {}

  async byEdition(edition: number): Promise<Contest | null> {
    return this.rows.manager.findOneBy(Contest, { edition });
  }

  /** Newest first. */
  async all(): Promise<Contest[]> {
    return this.rows.manager.find(Contest, { order: { edition: 'DESC' } });
  }

  async inStates(states: readonly Contest['state'][]): Promise<Contest[]> {
    return this.rows.manager.find(Contest, { where: { state: In([...states]) }, order: { edition: 'ASC' } });
  }

  async keep(contest: Omit<New<Contest>, 'gridId'> | Contest): Promise<Contest> {
    return this.rows.keep(Contest, { ...contest, gridId: this.rows.gridId });
  }

  /** The candidates whose figures were handed in for this taking of them, by number. */
  async candidates({ edition, run }: Pick<Contest, 'edition' | 'run'>): Promise<ContestCandidate[]> {
    return this.rows.manager.find(ContestCandidate, { where: { edition, run }, order: { id: 'ASC' } });
  }

  async candidate(edition: number, no: number): Promise<ContestCandidate | null> {
    return this.rows.manager.findOneBy(ContestCandidate, { edition, id: no });
  }

  /** The candidates of the own grid, from whichever taking of the figures. */
  async own(edition: number): Promise<ContestCandidate[]> {
    return this.rows.manager.find(ContestCandidate, {
      where: { edition, gridId: this.rows.gridId },
      order: { id: 'ASC' },
    });
  }

  async keepCandidate(candidate: Omit<New<ContestCandidate>, 'gridId'> | ContestCandidate): Promise<ContestCandidate> {
    return this.rows.keep(ContestCandidate, { ...candidate, gridId: this.rows.gridId });
  }

  /** Oldest first. */
  async marks(edition: number): Promise<ContestMark[]> {
    return this.rows.manager.find(ContestMark, { where: { edition }, order: { id: 'ASC' } });
  }

  async mark(mark: Omit<New<ContestMark>, 'gridId'>): Promise<ContestMark> {
    return this.rows.keep(ContestMark, { ...mark, gridId: this.rows.gridId });
  }

  /** Oldest first. */
  async objections(edition: number): Promise<ContestObjection[]> {
    return this.rows.manager.find(ContestObjection, { where: { edition }, order: { id: 'ASC' } });
  }

  async objection(no: number): Promise<ContestObjection | null> {
    return this.rows.manager.findOneBy(ContestObjection, { id: no });
  }

  async raise(objection: Omit<New<ContestObjection>, 'gridId'>): Promise<ContestObjection> {
    return this.rows.keep(ContestObjection, { ...objection, gridId: this.rows.gridId });
  }

  async answers(edition: number): Promise<ContestAnswer[]> {
    return this.rows.manager.find(ContestAnswer, { where: { edition }, order: { id: 'ASC' } });
  }

  async answer(answer: Omit<New<ContestAnswer>, 'gridId'>): Promise<ContestAnswer> {
    return this.rows.keep(ContestAnswer, { ...answer, gridId: this.rows.gridId });
  }

  /** Every role that a user holds, in whichever grid. */
  async rolesOf(userid: string): Promise<Role[]> {
    return this.rows.manager.find(Role, { where: { userid, endedAt: IsNull() }, order: { id: 'ASC' } });
  }

  async grids(): Promise<Grid[]> {
    return this.rows.manager.find(Grid, { order: { id: 'ASC' } });
  }

  async members(ids: readonly number[]): Promise<Member[]> {
    return ids.length === 0 ? [] : this.rows.manager.findBy(Member, { id: In([...ids]) });
  }
}
