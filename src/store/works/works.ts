import { MoreThan, Not } from 'typeorm';
import { Milestone } from './milestone.js';
import { Rating } from './rating.js';
import { WorkNote } from './work-note.js';
import type { New, Rows } from '../engine/rows.js';

/** What was reported, inspected, signed and rated. */
export class Works {
  constructor(private readonly rows: Rows) {}

  async add(note: New<WorkNote>): Promise<WorkNote> {
    return this.rows.keep(WorkNote, note);
  }

  /** In the order they were made; without a kind all of the works themselves, not what was wrong before. */
  async notes(projectId: number, kind?: WorkNote['kind']): Promise<WorkNote[]> {
    return this.rows.manager.find(WorkNote, {
      where: { projectId, kind: kind ?? Not('issue') },
      order: { id: 'ASC' },
    });
  }

  /** The pictures of what is wrong that stand on the board, in the order they came. */
  async issuePhotos(projectId: number): Promise<{ digest: string; at: Date }[]> {
    const notes = await this.notes(projectId, 'issue');
    const since = notes.findLastIndex(({ photos }) => photos === null);
    return notes.slice(since + 1).flatMap(({ photos, at }) => (photos ?? []).map(digest => ({ digest, at })));
  }

  /** In the order of the plan. */
  async milestones(projectId: number): Promise<Milestone[]> {
    return this.rows.manager.find(Milestone, { where: { projectId, place: MoreThan(0) }, order: { place: 'ASC' } });
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
