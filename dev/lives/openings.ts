import fc from 'fast-check';
import type { Life } from './model.js';
import { type Deed, homes, type Kind, type Who } from './town.js';

/** How a life begins: how far its first matter is, with what money and under which rule, and whether others wait beside it. */
export const aBeginning = fc.record({
  budget: fc.constantFrom(120_000, 1_200_000, 3_000_001),
  wish: fc.constantFrom('none', 'none', 'minimum', 'every'),
  /** How it is decided: by the residents, by the owners with their common income, or by every household. */
  track: fc.constantFrom(0, 0, 0, 1, 2),
  residentsFirst: fc.boolean(),
  milestones: fc.nat(2),
  /** Nothing, a topic, a plan on display, a decision in effect, its money, its works finished, or accepted. */
  stage: fc.constantFrom(0, 1, 2, 3, 3, 4, 4, 5, 6, 6, 6),
  /** True where it cannot wait for a vote: declared and confirmed on the spot. */
  isUrgent: fc.constantFrom(false, false, false, false, false, true),
  /** Matters that are raised beside it, and rest on the same vote of the owners. */
  beside: fc.constantFrom(0, 0, 0, 1, 2),
});
export type Beginning = typeof aBeginning extends fc.Arbitrary<infer T> ? T : never;

/** What brings a life quickly to where it begins: said, seconded, checked, displayed, voted on, promised and paid, done, signed. */
export function opening(beginning: Beginning): Deed[] {
  const { stage, beside, budget, isUrgent } = beginning;
  if (stage === 0) return [];
  if (isUrgent) return urgent;
  const steps = [topic(0), plan(beginning), decision(beginning), money(beginning), works(beginning), signatures];
  const others = Array.from({ length: beside }, (_, index) => [
    ...topic(index + 1),
    // Half of it by the owners' vote on the first matter, where there was one.
    deed('sources', 'gs', { p: index + 1, n: 3, fen: budget }),
  ]);
  return [...steps.slice(0, stage).flat(), ...others.flat()];
}

export function deed(kind: Kind, who: Who, { p = 0, n = 0, fen = 1 } = {}): Deed {
  return { kind, who, p, n, fen };
}

function topic(p: number, answer = 0): Deed[] {
  return [
    deed('raise', 'h1', { p, n: p }),
    ...homes.slice(1).map(who => deed('second', who, { p })),
    deed('classify', 'gs', { p }),
    deed('payer', 'gs', { p, n: answer }),
  ];
}

const urgent = [
  ...topic(0, 4),
  deed('declare', 'gs', { fen: 300_000 }),
  deed('confirm', 'h2'),
  deed('confirm', 'bl'),
  deed('give', 'ca', { fen: 300_000 }),
  deed('reconcile', 'bk'),
];

/** A week and what is over it; a fortnight more where owners decide. */
const week = [4, 3].map(n => deed('wait', 'gs', { n }));

function plan({ budget, wish, track, residentsFirst, milestones }: Beginning): Deed[] {
  const minimum = deed('round', 'gs', { n: 0, fen: Math.ceil(budget * 0.8) });
  return [
    ...(track === 0 ? [] : [deed('track', 'gs', { n: track })]),
    ...(wish === 'none' ? [] : [wish === 'minimum' ? minimum : deed('round', 'gs', { n: 3 })]),
    ...(residentsFirst ? [deed('order', 'gs')] : []),
    ...(milestones === 0 ? [] : [deed('schedule', 'gs', { n: milestones - 1 })]),
    deed('publish', 'gs', { n: 0, fen: budget }),
    ...week,
    ...(track === 1 ? week : []),
  ];
}

function decision({ track }: Beginning): Deed[] {
  const votes = homes.map(who => deed('vote', who));
  return [deed('openPoll', 'gs', { n: track === 2 ? 5 : 0 }), ...votes, deed('endPoll', 'gs'), ...week];
}

function money({ budget }: Beginning): Deed[] {
  const share = Math.ceil(budget / homes.length);
  return [
    ...homes.map(who => deed('pledge', who, { fen: share })),
    ...homes.map((_, n) => deed('receive', 'ca', { n, fen: share })),
    deed('reconcile', 'bk'),
  ];
}

function works({ milestones }: Beginning): Deed[] {
  return [
    deed('progress', 'co', { n: 1 }),
    ...Array.from({ length: milestones }, (_, n) => deed('reach', 'co', { n })),
    deed('progress', 'co', { n: 3 }),
  ];
}

const signatures = [deed('sign', 's1'), deed('sign', 's2')];

const paying: readonly Kind[] = ['pay', 'approve', 'check', 'clear', 'ask', 'voucher', 'release'];
const mending: readonly Kind[] = ['resume', 'mend', 'look', 'reconcile'];

/** What leads a matter on from where it is. */
const onward: Readonly<Record<string, readonly Kind[]>> = {
  issue_reported: ['second', 'confirm'],
  topic_proposed: ['classify', 'confirm'],
  topic_selected: ['publish', 'sources', 'round', 'declare', 'confirm'],
  plan_published: ['openPoll', 'openPoll', 'wait', 'answer', 'confirm'],
  voting: ['vote', 'vote', 'endPoll', 'wait', 'extend'],
  result_published: ['wait', 'answer'],
  quorum_failed: ['wait', 'publish'],
  not_approved: ['wait', 'publish'],
  referred: ['payer'],
  pledging: ['pledge', 'pledge', 'wait', 'cover', 'sources', 'give', 'giveUp'],
  collecting: ['receive', 'reconcile', 'cover', 'giveCommon', 'give'],
  funded: ['progress', ...paying, ...mending],
  in_progress: ['progress', 'reach', 'accept', 'receive', 'give', ...paying, ...mending],
  completed_pending_acceptance: ['sign', 'accept', 'reach', ...paying, ...mending],
  rectification: ['progress', 'reach', ...mending],
  accepted: ['wait', 'despite', ...paying, ...mending],
  settlement_published: ['refund', 'back', 'wait'],
  cancelled: ['seen', 'refund', 'back', 'reconcile'],
  funding_failed: ['refund', 'back', 'reconcile', 'publish'],
};

export function onwardIn({ state, payer }: Life): readonly Kind[] {
  return state === 'topic_selected' && payer === null ? ['payer'] : (onward[state] ?? []);
}
