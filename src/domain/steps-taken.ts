import { follows, type ProjectState, states } from './lifecycle.js';

/** A deed of the journal that can move a project on. */
interface Mark {
  /** Where the project is after it; which state may follow which is the lifecycle's to say. */
  readonly to: readonly ProjectState[];
  /** Where it may have been before, if the lifecycle alone says too much. */
  readonly from?: readonly ProjectState[];
  /** Where the deed may leave it as it is. */
  readonly stays?: readonly ProjectState[];
  /** Two steps may be taken at once: a first report that is also the last. */
  readonly isDouble?: true;
}

const all = Object.keys(states) as ProjectState[];

/** What each deed does to a project's state (docs/domain.md 4.1). */
const marks: Readonly<Record<string, Mark>> = {
  'proposal.support': { to: ['topic_proposed'], stays: all },
  'proposal.classify': { to: ['topic_selected'], stays: all },
  'proposal.withdraw': { to: ['withdrawn'] },
  'project.payer': { to: ['referred', 'issue_reported', 'topic_proposed', 'topic_selected'], stays: all },
  'project.refer': { to: ['referred'], stays: ['referred'] },
  'project.referred': { to: ['referral_done'] },
  'plan.publish': { to: ['plan_published'], stays: ['plan_published'] },
  'plan.withdraw': { to: ['topic_selected'], from: ['plan_published'] },
  'poll.open': { to: ['voting'] },
  'poll.close': { to: ['result_published', 'quorum_failed', 'not_approved'], from: ['voting'] },
  'objection.answer': { to: ['not_approved'], stays: all },
  'plan.approve': { to: ['approved'] },
  'pledge.enough': { to: ['collecting'] },
  'pledge.lapse': { to: ['funding_failed'] },
  'emergency.confirm': { to: ['in_progress'], stays: all },
  'progress.report': {
    to: ['in_progress', 'completed_pending_acceptance'],
    from: ['funded', 'in_progress', 'rectification'],
    stays: ['in_progress', 'rectification'],
    isDouble: true,
  },
  'project.accept': { to: ['accepted', 'rectification'], stays: ['completed_pending_acceptance'] },
  'project.settle': { to: ['settlement_published'] },
  'project.archive': { to: ['closed'] },
  'project.cancel': { to: ['cancelled'] },
};
const begins = 'proposal.open';

/** The deeds that a project's steps are told from. */
export const stepDeeds: ReadonlySet<string> = new Set([begins, ...Object.keys(marks)]);

/** Where money takes a project by itself, in whatever deed it comes, goes or is promised. */
const byMoney: readonly ProjectState[] = ['pledging', 'collecting', 'funded'];

export interface Step {
  readonly id: number;
  readonly deed: string;
  readonly at: Date;
}

/**
 * The deeds that cannot have been done in the order in which the journal has them, and a state to which they do not lead. Followed is
 * every state in which the project may have been; one whose beginning the journal does not have may have been in any.
 */
export function forbiddenSteps(
  project: { readonly id: number; readonly state: ProjectState; readonly stateSince: Date },
  steps: readonly Step[],
): { row: string; said: string; at: Date }[] {
  const breaches: { row: string; said: string; at: Date }[] = [];
  let may: readonly ProjectState[] = all;
  for (const { id, deed, at } of steps) {
    const mark = marks[deed];
    const next = mark ? after(mark, may) : (['issue_reported'] as const);
    if (next.length === 0)
      breaches.push({ row: `journal#${id}`, said: `${deed} of a project that was ${may.join(' or ')}`, at });
    may = next.length === 0 && mark ? mark.to : next;
  }
  if (!movedByMoney(may).has(project.state))
    breaches.push({
      row: `project#${project.id}`,
      said: `it is ${project.state}, and its deeds lead to ${may.join(' or ')}`,
      at: project.stateSince,
    });
  return breaches;
}

/** Where a project may be after a deed, of all the states in which it may have been. */
function after({ to, from = all, stays = [], isDouble }: Mark, may: readonly ProjectState[]): ProjectState[] {
  const before = [...movedByMoney(may)].filter(state => from.includes(state));
  const reached = to.filter(next => before.some(state => follows(state, next)));
  const further = isDouble ? to.filter(next => reached.some(state => follows(state, next))) : [];
  return [...new Set([...reached, ...further, ...before.filter(state => stays.includes(state))])];
}

function movedByMoney(may: readonly ProjectState[]): Set<ProjectState> {
  const found = new Set(may);
  for (const state of found) for (const next of byMoney) if (follows(state, next)) found.add(next);
  return found;
}
