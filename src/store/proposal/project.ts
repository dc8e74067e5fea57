import type { BudgetLine, Quotation } from '../../domain/plan/budget.js';
import type { Allocation } from '../../domain/plan/allocation.js';
import type { SpendOrder } from '../../domain/plan/spend-order.js';
import type { FundingPlan } from '../../domain/plan/funding-plan.js';
import type { RoundTerms } from '../../domain/pledge/pledge-round.js';
import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Destination, Earmarks } from '../../domain/funds/ledger.js';
import type { FundingClass, ProjectState } from '../../domain/lifecycle.js';
import type { Emergency } from '../../domain/plan/emergency.js';
import type { PlanFacts } from '../../domain/plan/facts.js';
import type { PayerCheck } from '../../domain/plan/payer-check.js';
import type { Scope } from '../../domain/plan/scope.js';
import type { Matter } from '../../domain/poll/track-selector.js';
import type { Track } from '../../domain/poll/tracks.js';
import { FenColumn, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../engine/columns.js';
import * as json from '../engine/json-shapes.js';

/** A public matter of the grid, from the first word (提案) through the project (项目) to the archive. */
@Entity('project')
@Index(['gridId', 'no'], { unique: true })
@Index(['gridId', 'state'])
export class Project {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id!: number;

  @IntColumn()
  gridId!: number;

  /** What members call it by: `12号`. Polls take their numbers from the same row of numbers. */
  @IntColumn()
  no!: number;

  @TextColumn()
  title!: string;

  @TextColumn({ nullable: true })
  place!: string | null;

  /** The member who raised it. */
  @IntColumn()
  proposerId!: number;

  @TextColumn()
  state!: ProjectState;

  /** When the present state began. */
  @InstantColumn()
  stateSince!: Date;

  @TextColumn({ nullable: true })
  fundingClass!: FundingClass | null;

  /** What the proposer thought it would cost; the plan's budget replaces it. */
  @FenColumn({ nullable: true })
  costFen!: number | null;

  /** The budget of the published plan. */
  @FenColumn({ nullable: true })
  budgetFen!: number | null;

  @TextColumn({ nullable: true })
  planText!: string | null;

  /** 1 for the first published plan; corrections count on. */
  @IntColumn()
  planVersion!: number;

  @InstantColumn({ nullable: true })
  planPublishedAt!: Date | null;

  /** Until when pledges may come in; null before the plan is approved. */
  @InstantColumn({ nullable: true })
  pledgeClosesAt!: Date | null;

  /** How much of the work is done, 0 to 100. */
  @IntColumn()
  percent!: number;

  @InstantColumn({ nullable: true })
  acceptedAt!: Date | null;

  @InstantColumn({ nullable: true })
  settledAt!: Date | null;

  @InstantColumn()
  openedAt!: Date;

  /** The decision track, and the matter of docs/domain.md 7.2 that led to it; null until it was selected. */
  @TextColumn({ nullable: true })
  track!: Track | null;

  @TextColumn({ nullable: true })
  matter!: Matter | null;

  /** The buildings and entrances it is about; null for the whole grid. */
  @JsonColumn(json.scope, { nullable: true })
  scope!: Scope | null;

  /** Who has to pay, and what that rests on; null until it was checked. */
  @JsonColumn(json.payerCheck, { nullable: true })
  payerCheck!: PayerCheck | null;

  /** The lines that the budget is made of; null where it is one sum. */
  @JsonColumn(json.sumsByLine, { nullable: true })
  budgetLines!: BudgetLine[] | null;

  /** What the companies that were asked would do it for. */
  @JsonColumn(json.sumsByLine, { nullable: true })
  quotations!: Quotation[] | null;

  /** Where residents' money goes when some is left; null where it goes back to them, in proportion to what they paid. */
  @TextColumn({ nullable: true })
  surplusTo!: Destination | null;

  /** Why a line of the final accounts differs from its budget, by its name; null where nobody had to say. */
  @JsonColumn(json.textsByName, { nullable: true })
  differences!: Readonly<Record<string, string>> | null;

  /** Money that is only for certain lines of the budget, by its source; null where all money is for all lines. */
  @JsonColumn(json.listsByName, { nullable: true })
  earmarks!: Earmarks | null;

  /** The order in which the plan's sources are spent; what is left goes back the other way. Null before a plan said so. */
  @JsonColumn(json.spendOrder, { nullable: true })
  spendOrder!: SpendOrder | null;

  /** What the secretary wants of the pledge round, and once it is open the terms it runs under. */
  @JsonColumn(json.roundTerms, { nullable: true })
  round!: RoundTerms | null;

  /** Where the money is to come from, source by source; null where nothing was said: then residents are asked for all of it. */
  @JsonColumn(json.fundingPlan, { nullable: true })
  fundingPlan!: FundingPlan | null;

  /** How the residents' part is shared out among households; null where everybody gives what they like. */
  @JsonColumn(json.allocation, { nullable: true })
  allocation!: Allocation | null;

  /** What the version of the plan that was published last says; null before, and where it was published before this was kept. */
  @JsonColumn(json.textsByName, { nullable: true })
  planFacts!: PlanFacts | null;

  /** How often the class was changed after it was set; null: never. */
  @IntColumn({ nullable: true })
  classChanges!: number | null;

  /** How danger or urgent repair was declared, and what became of it; null where it goes the usual way. */
  @JsonColumn(json.emergency, { nullable: true })
  emergency!: Emergency | null;
}
