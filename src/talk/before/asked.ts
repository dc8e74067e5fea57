import type { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import type { SpokenOf } from './spoken.js';

/** What a short question is about. */
export interface Asked {
  readonly turn: Turn;
  readonly text: string;
  readonly project: Project;
  /** What this member did last. */
  readonly done: SpokenOf | null;
  /** The vote that is open on it. */
  readonly poll: Poll | null;
  readonly last: SpokenOf | null;
}

/** What only looks something up is done; what is told to all says that it is not sure. */
export type Found = Pick<Wish, 'intent' | 'slots'> & { readonly sure?: false };
export type Answer = (asked: Asked) => Promise<string | Found | null>;
