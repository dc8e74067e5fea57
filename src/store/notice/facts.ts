import type { FundingClass } from '../../domain/lifecycle.js';
import type { PlanChange } from '../../domain/plan/facts.js';
import type { Tally } from '../../domain/poll/tally.js';
import type { Meeting } from '../meeting/meeting.js';
import type { Objection } from '../plan/objection.js';
import type { Poll } from '../poll/poll.js';
import type { Project } from '../proposal/project.js';

/**
 * Everything that somebody has to hear of, with what is known of it. An operation ends by telling it (`unit.tell`); the file of the same
 * name in `publish/` says who hears it and in which words: `poll.closed` is `publish/poll/closed.ts`.
 */
export interface Facts {
  'meeting.called': { readonly meeting: Meeting };
  'meeting.moved': { readonly meeting: Meeting };
  /** Its minutes are there. `present` is how many households came. */
  'meeting.minuted': { readonly meeting: Meeting; readonly present: number };
  /** Something was added to its minutes. */
  'meeting.supplemented': { readonly meeting: Meeting; readonly added: string; readonly at: Date };
  'plan.answered': { readonly project: Project; readonly objection: Objection };
  'plan.objected': { readonly project: Project; readonly objection: Objection };
  'plan.published': Version;
  /** The rule by which it is decided has changed, so it is on display anew. */
  'plan.republished': { readonly project: Project };
  'plan.withdrawn': { readonly project: Project; readonly reason: string };
  'poll.closed': { readonly poll: Poll; readonly project: Project | null; readonly tally: Tally };
  /** The review of a result is over, and what was decided holds from `at` on. */
  'poll.effective': { readonly project: Project; readonly at: Date };
  'poll.extended': { readonly poll: Poll };
  /** It ends at another moment than was told when it was opened. */
  'poll.moved': { readonly poll: Poll };
  'poll.opened': { readonly poll: Poll; readonly project: Project | null };
  /** It ends soon, and households are missing. */
  'poll.reminded': { readonly poll: Poll; readonly tally: Tally };
  /** The class of a project is another one than before. */
  'proposal.reclassified': { readonly project: Project; readonly before: FundingClass; readonly reason: string };
}

/** A version of a plan. */
export interface Version {
  readonly project: Project;
  /** What this version says differently from the one that was on display; empty for a first one. */
  readonly changes: readonly PlanChange[];
  /** True when the days on display begin with this version. */
  readonly restarts: boolean;
}

export type FactName = keyof Facts;
