import { Refusal } from './refusal.js';

/** The funding classes of a project (docs/domain.md 6.1). */
export const fundingClasses = { urgent: '迫切需求类', light: '轻量影响类', quality: '品质提升类' } as const;
export type FundingClass = keyof typeof fundingClasses;

/**
 * The states of a project, in the order of the four steps 分析选题—确定方案—推动实施—验收成果 (docs/domain.md 4.1).
 * `to` names the states that may follow; anything else is refused.
 */
export const states = {
  issue_reported: {
    said: '征集附议',
    step: 1,
    to: ['topic_proposed', 'in_progress', 'withdrawn', 'referred', 'cancelled'],
  },
  topic_proposed: {
    said: '议题提出',
    step: 1,
    to: ['topic_selected', 'in_progress', 'withdrawn', 'referred', 'cancelled'],
  },
  topic_selected: { said: '选题确定', step: 2, to: ['plan_published', 'in_progress', 'referred', 'cancelled'] },
  plan_published: {
    said: '方案公示中',
    step: 2,
    to: ['voting', 'topic_selected', 'in_progress', 'referred', 'cancelled'],
  },
  voting: { said: '表决中', step: 2, to: ['result_published', 'not_approved', 'quorum_failed', 'cancelled'] },
  result_published: { said: '结果公示中', step: 2, to: ['approved', 'not_approved', 'referred', 'cancelled'] },
  // Put again only after a new notice of the plan.
  quorum_failed: { said: '参与不足，未通过', step: 2, to: ['plan_published', 'referred', 'cancelled'] },
  not_approved: { said: '表决未通过', step: 2, to: ['plan_published', 'referred', 'cancelled'] },
  approved: { said: '方案通过', step: 3, to: ['pledging', 'funded', 'cancelled'] },
  pledging: { said: '认筹中', step: 3, to: ['collecting', 'funded', 'funding_failed', 'cancelled'] },
  funding_failed: { said: '筹款未达标', step: 3, to: ['plan_published', 'pledging', 'referred', 'cancelled'] },
  collecting: { said: '收款中', step: 3, to: ['funded', 'pledging', 'funding_failed', 'cancelled'] },
  funded: { said: '资金到位', step: 3, to: ['in_progress', 'cancelled'] },
  in_progress: { said: '施工中', step: 3, to: ['completed_pending_acceptance', 'cancelled'] },
  completed_pending_acceptance: { said: '竣工待验收', step: 4, to: ['accepted', 'rectification', 'cancelled'] },
  rectification: { said: '整改中', step: 4, to: ['completed_pending_acceptance', 'cancelled'] },
  accepted: { said: '验收合格', step: 4, to: ['settlement_published'] },
  settlement_published: { said: '决算公示', step: 4, to: ['closed'] },
  closed: { said: '已归档', step: 4, to: [] },
  // Somebody else has to pay: it stays on the watch list until they have answered (docs/domain.md 4.1, 4.2).
  referred: {
    said: '已转办',
    step: 1,
    to: ['issue_reported', 'topic_proposed', 'topic_selected', 'referral_done', 'cancelled'],
  },
  referral_done: { said: '转办办结', step: 1, to: [] },
  withdrawn: { said: '已撤回', step: 1, to: [] },
  cancelled: { said: '已终止', step: 0, to: [] },
} as const satisfies Record<string, { said: string; step: 0 | 1 | 2 | 3 | 4; to: readonly string[] }>;

export type ProjectState = keyof typeof states;

/** While a plan may still be written: before it is decided on, and again when it has to be put anew. */
export const planOpen: readonly ProjectState[] = [
  'issue_reported',
  'topic_proposed',
  'topic_selected',
  'plan_published',
  'not_approved',
  'quorum_failed',
  'funding_failed',
];

/** Before the money is there: no day of the works is set for certain. */
export const beforeFunds: readonly ProjectState[] = [
  ...planOpen,
  'voting',
  'result_published',
  'approved',
  'pledging',
  'collecting',
  'referred',
];

/** While there are works to tell of: begun, and not yet accepted. */
export const worksStates: readonly ProjectState[] = ['in_progress', 'completed_pending_acceptance', 'rectification'];

/** From the day the money is there until the final accounts: what is published as final has nothing open. */
export const spendStates: readonly ProjectState[] = ['funded', ...worksStates, 'accepted'];

/** While a round runs: money is promised, or what was promised is collected. */
export const roundStates = ['pledging', 'collecting'] as const satisfies readonly ProjectState[];

/** While a household asks what its share is: from the display of the plan until all is paid. */
export const shareStates: readonly ProjectState[] = ['plan_published', 'voting', 'result_published', ...roundStates];

/** True while residents promise money for a project, or pay what they promised. */
export function isInRound({ state }: { readonly state: ProjectState }): boolean {
  return state === 'pledging' || state === 'collecting';
}

/** While residents may help with things and work: from the round until what was found at the acceptance is mended. */
export const givingStates = [
  ...roundStates,
  'funded',
  'in_progress',
  'rectification',
] as const satisfies readonly ProjectState[];

/** While money is promised, collected or spent: it comes in, and its reports are owed (docs/domain.md 5.2). */
export const moneyStates: readonly ProjectState[] = [...roundStates, ...spendStates];

/** The four steps by their published names. */
export const steps = ['', '分析选题', '确定方案', '推动实施', '验收成果'] as const;

/** True when a project in state `from` may go on to `to`. */
export function follows(from: ProjectState, to: ProjectState): boolean {
  return (states[from].to as readonly string[]).includes(to);
}

/** What nobody waits for: only a plan or round that fails comes to it. */
const failures: readonly ProjectState[] = ['not_approved', 'quorum_failed', 'funding_failed', 'referred', 'cancelled'];

/** True where a project is past all the states that a deed fits, and none of them comes again unless something fails. */
function isPast(state: ProjectState, allowed: readonly ProjectState[]): boolean {
  const isOfFailures = allowed.every(one => failures.includes(one));
  const seen = new Set<ProjectState>();
  const ahead: ProjectState[] = [state];
  for (const one of ahead) {
    if (seen.has(one)) continue;
    seen.add(one);
    ahead.push(...states[one].to.filter(to => isOfFailures || !failures.includes(to)));
  }
  return !allowed.some(one => seen.has(one));
}

/** A deed fits only certain states; otherwise the member is told where the project stands. */
export function ensureState(
  project: { readonly no: number; readonly state: ProjectState },
  allowed: readonly ProjectState[],
  deed: string,
): void {
  if (allowed.includes(project.state)) return;
  const late = isPast(project.state, allowed);
  throw new Refusal('project.wrongState', { no: project.no, state: states[project.state].said, deed, late });
}

/** The step that a state belongs to; 0 for what came to nothing. */
export function stepOf(state: ProjectState): number {
  return state === 'withdrawn' ? 0 : states[state].step;
}

export const statesEnded: readonly ProjectState[] = ['closed', 'referral_done', 'withdrawn', 'cancelled'];

/** All states of a project, in their order. */
export const allStates = Object.keys(states) as ProjectState[];

/** The states in which somebody works on a project or will: neither archived nor given up. */
export const statesUnderWay = allStates.filter(state => !statesEnded.includes(state));

/** True for a project that is neither archived nor given up. */
export function isUnderWay(state: ProjectState): boolean {
  return statesUnderWay.includes(state);
}
