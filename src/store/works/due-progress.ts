import type { Verdict } from '../../domain/county/colour.js';
import type { Project } from '../proposal/project.js';
import type { Milestone } from './milestone.js';
import type { WorkNote } from './work-note.js';

/** How the works of one project stand, to be told to the neighbourhood. */
export interface DueProgress {
  readonly project: Project;
  /** The local day that the notice speaks of: each day is told once. */
  readonly occasion: string;
  readonly dueAt: Date;
  /** Reports and inspections between the last notice and this one, oldest first. */
  readonly fresh: readonly WorkNote[];
  readonly percent: number;
  /** What the last notice said; null before the first. */
  readonly percentBefore: number | null;
  readonly milestones: readonly Milestone[];
  /** Its colour, with the word and the reason. */
  readonly verdict: Verdict;
  /** Days since anything happened, where the notice is the weekly line that says so; else null. */
  readonly quietDays: number | null;
  /** What comes next, in a sentence. */
  readonly next: string;
}
