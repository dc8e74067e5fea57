import { endOfDay } from '../calendar.js';
import { countedFen, type FundingPlan, residentPartFen } from '../plan/funding-plan.js';
import type { FundingTurn, Summary } from '../funds/ledger.js';
import type { ProjectState } from '../lifecycle.js';
import type { Track } from '../poll/tracks.js';
import { typed, yuan } from '../money.js';
import type { RuleSet } from '../rules.js';

/**
 * The terms of a pledge round (docs/domain.md 8.2). Before it opens they are what the secretary asked for; what was left out is filled in
 * from the rules when it opens, and stands from then on.
 */
export interface RoundTerms {
  /** Until when; ISO 8601. Or for how many days from the opening. */
  readonly closesAt?: string;
  readonly days?: number;
  /** With less than this at the end every pledge lapses. */
  readonly minimumFen?: number;
  /** The most that one household may pledge. */
  readonly capFen?: number;
  /** What residents are asked for; set when the round opens. */
  readonly targetFen?: number;
  /** True where every household has to take part, and not only the sum has to be reached. */
  readonly everyHousehold?: true;
}

interface Round {
  readonly budgetFen: number | null;
  readonly fundingPlan?: FundingPlan | null;
  readonly round?: RoundTerms | null;
}

/** The terms under which a round opens, by the secretary's wish and else by the rules; `households` may take part. */
export function openingTerms(
  project: Round & { readonly track?: Track | null },
  { households, at, rules }: { households: number; at: Date; rules: RuleSet },
): { round: RoundTerms; pledgeClosesAt: Date } {
  const wish = project.round ?? {};
  const targetFen = residentPartFen(project);
  const [part, whole] = rules.pledgeMinimum;
  const minimumFen = Math.min(targetFen, wish.minimumFen ?? Math.ceil((targetFen * part) / whole));
  const capFen = wish.capFen ?? Math.floor((targetFen * rules.pledgeCapShares) / Math.max(1, households));
  const wished = wish.closesAt === undefined ? null : new Date(wish.closesAt);
  // A day that has passed by the time the plan is approved leaves nobody any time.
  const pledgeClosesAt = wished && wished > at ? wished : endOfDay(at, wish.days ?? rules.pledgeDays);
  // What all have to agree to, all have to carry (docs/domain.md 7.1: all-pay schemes).
  const isAll = wish.everyHousehold === true || (project.track === 'unanimous' && targetFen > 0);
  const every = isAll ? { everyHousehold: true as const } : {};
  return { round: { targetFen, minimumFen, capFen, ...every }, pledgeClosesAt };
}

/** What a round lacks, in fen and never below zero: promises and what others give count. */
export function missingFen(project: Round, summary: Summary): { toTarget: number; toMinimum: number } {
  const budgetFen = project.budgetFen ?? 0;
  const gapFen = Math.max(0, budgetFen - fromOthers(summary));
  const targetFen = Math.min(project.round?.targetFen ?? residentPartFen(project), gapFen);
  const minimumFen = Math.min(project.round?.minimumFen ?? targetFen, targetFen);
  const promisedFen = Math.max(summary.pledgedFen, summary.cashBySource.residents ?? 0);
  return { toTarget: Math.max(0, targetFen - promisedFen), toMinimum: Math.max(0, minimumFen - promisedFen) };
}

/** What has come in from others, and was not given back after a round that failed, leaves less to be asked of residents. */
function fromOthers({ freeFen, cashBySource }: Summary): number {
  return freeFen - (cashBySource.residents ?? 0);
}

/**
 * What the money of a project makes of it: covered by promises it goes on to collecting, below the minimum again it goes back, and
 * it is funded when what came in and what others are bound to give reach the budget (docs/domain.md 4.1).
 */
export function turnOf(
  project: Round & { readonly state: ProjectState },
  summary: Summary,
  /** How many households still have to promise, where every one of them has to. */
  householdsShort = 0,
): FundingTurn {
  const { state, budgetFen } = project;
  if (state !== 'pledging' && state !== 'collecting') return 'none';
  const residentsFen = summary.cashBySource.residents ?? 0;
  // Where a resident has paid, collecting goes on with the gap named: nobody who paid goes back to a promise.
  const hasPaid = residentsFen > 0 || summary.pendingFen > 0;
  if (householdsShort > 0 && !(state === 'collecting' && hasPaid)) return state === 'collecting' ? 'uncovered' : 'none';
  if (residentsFen + countedFen(project, summary) >= (budgetFen ?? 0)) return 'funded';
  const { toTarget, toMinimum } = missingFen(project, summary);
  if (state === 'pledging' && toTarget === 0) return 'covered';
  return state === 'collecting' && toMinimum > 0 && !hasPaid ? 'uncovered' : 'none';
}

/** A sum that every household may pledge, as it is typed: ¥200, or less where the cap is lower. */
export function pledgeExample(round: RoundTerms | null): string {
  const capFen = round?.capFen ?? exampleFen[0];
  return typed(exampleFen.find(fen => fen <= capFen) ?? capFen);
}

const exampleFen = [20_000, 10_000, 5_000, 2_000, 1_000, 500, 100] as const;

/** `，每户最多152.54元`; nothing where there is no cap. */
export function capWords(round: RoundTerms | null): string {
  return round?.capFen === undefined ? '' : `，每户最多${yuan(round.capFen)}`;
}
