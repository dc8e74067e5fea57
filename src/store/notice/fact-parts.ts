import type { FundingTurn, Standing, Summary } from '../../domain/funds/ledger.js';
import type { PlanChange } from '../../domain/plan/facts.js';
import type { PlannedSource } from '../../domain/plan/funding-plan.js';
import type { Step } from '../../domain/step.js';
import type { LedgerEntry } from '../funds/ledger-entry.js';
import type { Household } from '../people/household.js';
import type { Member } from '../people/member.js';
import type { MemberView } from '../people/members.js';
import type { Project } from '../proposal/project.js';

/** A new bond of a member to a household, and who was bound to it before. */
export interface Bond {
  readonly household: Household;
  readonly bound: Member;
  readonly others: readonly Member[];
}

/** A version of a plan. */
export interface Version {
  readonly project: Project;
  /** What this version says differently from the one that was on display; empty for a first one. */
  readonly changes: readonly PlanChange[];
  /** True when the days on display begin with this version. */
  readonly restarts: boolean;
}

export interface BookedReceipt {
  readonly userid: string;
  readonly amountFen: number;
  readonly voucher: number;
  /** What the household promises and has paid now. */
  readonly standing: Standing;
}

export interface ReceiptFacts {
  readonly project: Project;
  readonly entry: LedgerEntry;
  readonly amountFen: number;
  readonly household: Household | null;
  /** For whom, where it is another household; null else. */
  readonly beneficiary: Household | null;
  /** What the paying household promises and has paid now; null for other money. */
  readonly standing: Standing | null;
  /** True when the giver asked not to be named. */
  readonly unnamed: boolean;
  /** The payer's accounts, to be told in private. */
  readonly payers: readonly string[];
}

/** How a round ended: with enough to collect, or with every promise released. */
export interface RoundEnd {
  readonly project: Project;
  readonly outcome: 'minimum' | 'failed';
  readonly summary: Summary;
  /** What is missing of what residents were asked for, in fen, and how many households where every one has to take part. */
  readonly gapFen: number;
  readonly households: number;
  /** What goes back, in fen: to residents, and to whom else money came from. */
  readonly back: { readonly residentsFen: number; readonly othersFen: number };
}

export interface GapCovered {
  readonly project: Project;
  readonly given: readonly PlannedSource[];
  /** What is still missing, in fen. */
  readonly leftFen: number;
  readonly summary: Summary;
  readonly turn: FundingTurn;
}

/** Something that waits for somebody, and in which matter. */
export interface Due extends Pick<Step, 'title' | 'detail' | 'until'> {
  readonly about: string;
}

/** What a household has promised and not paid, in fen; one of its members hears of it. */
export interface Unpaid {
  readonly userid: string;
  readonly amountFen: number;
}

/** What a household gets of a surplus, in fen. */
export interface Share {
  readonly householdId: number;
  readonly amountFen: number;
}

export interface PledgeForAnother {
  readonly project: Project;
  readonly member: MemberView;
  readonly home: Household;
  readonly amountFen: number;
  /** True where the giver is not to be named. */
  readonly unnamed: boolean;
  /** True where a leader only said it for that household, which promises and pays itself. */
  readonly isSaidFor: boolean;
}

/** At which level a dispatch meeting is held. */
export type DispatchLevel = 'grid' | 'community' | 'subdistrict' | 'county';
