import { Milestone } from './entities/milestone.js';
import { Rating } from './entities/rating.js';
import { WorkNote } from './entities/work-note.js';
import type { New, Rows } from './rows.js';

/** What was reported, inspected, signed and rated. */
export class Works {
  constructor(private readonly rows: Rows) {}

  async add(note: New<WorkNote>): Promise<WorkNote> {
    return this.rows.keep(WorkNote, note);
  }

  /** In the order they were made. */
  async notes(projectId: number, kind?: WorkNote['kind']): Promise<WorkNote[]> {
    return this.rows.manager.find(WorkNote, { where: { projectId, ...(kind ? { kind } : {}) }, order: { id: 'ASC' } });
  }

  /** In the order of the plan. */
  async milestones(projectId: number): Promise<Milestone[]> {
    return this.rows.manager.find(Milestone, { where: { projectId }, order: { place: 'ASC' } });
  }

  async keepMilestone(milestone: New<Milestone> | Milestone): Promise<Milestone> {
    return this.rows.keep(Milestone, milestone);
  }

  async ratings(projectId: number): Promise<Rating[]> {
    return this.rows.manager.find(Rating, { where: { projectId }, order: { id: 'ASC' } });
  }

  async keepRating(rating: Omit<Rating, 'id'> | Rating): Promise<Rating> {
    return this.rows.keep(Rating, rating);
  }
}
