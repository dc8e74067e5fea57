import { canonical } from '../journal.js';
import { type FundingPlan, plannedFen } from './funding-plan.js';
import { destinations, type Destination, type Earmarks, type Source, sources } from '../funds/ledger.js';
import { fundingClasses, type FundingClass } from '../lifecycle.js';
import { yuan } from '../money.js';
import { type PayerCheck, payerAnswers } from './payer-check.js';
import type { SpendOrder } from './spend-order.js';
import { type Scope, scopeWords } from './scope.js';
import { type Track, trackRules } from '../poll/tracks.js';

/** What a plan says, by the heading under which its notice says it. */
export type PlanFacts = Readonly<Record<string, string>>;

/** The parts of a plan that everybody decides on: when one of them changes, its days on display begin anew (docs/domain.md 4.1). */
const decided: readonly string[] = [
  '预算',
  '做法',
  '范围',
  '类别',
  '资金来源',
  '每户',
  '认筹',
  '预算明细',
  '责任核查',
  '表决',
  '余款去向',
  '用款顺序',
];

interface Planned {
  readonly title: string;
  readonly place: string | null;
  readonly fundingClass: FundingClass | null;
  readonly budgetFen: number | null;
  readonly planText: string | null;
  readonly track: Track | null;
  readonly scope: Scope | null;
  readonly payerCheck: PayerCheck | null;
  readonly budgetLines: readonly Priced[] | null;
  readonly quotations: readonly Priced[] | null;
  readonly surplusTo: Destination | null;
  readonly spendOrder: SpendOrder | null;
  readonly round: unknown;
  readonly fundingPlan: FundingPlan | null;
  readonly allocation: unknown;
  readonly earmarks?: Earmarks | null;
}

interface Priced {
  readonly name: string;
  readonly amountFen: number;
}

/** A plan as it stands, part by part; `schedule` and `team` are kept beside the project. */
export function factsOf(
  plan: Planned,
  { schedule, team }: { schedule: readonly { name: string; plannedOn: string }[]; team: readonly number[] },
): PlanFacts {
  const { fundingPlan, payerCheck, surplusTo } = plan;
  return {
    预算: plan.budgetFen === null ? '' : yuan(plan.budgetFen),
    做法: plan.planText ?? plan.title,
    范围: scopeWords(plan.scope),
    类别: plan.fundingClass ? fundingClasses[plan.fundingClass] : '',
    资金来源: (fundingPlan?.sources ?? [])
      .map(({ source }) => `${sources[source]}${yuan(plannedFen(fundingPlan ?? { sources: [] }, source))}`)
      .join('、'),
    每户: written(plan.allocation),
    认筹: written(plan.round),
    预算明细: prices(plan.budgetLines),
    责任核查: payerCheck ? payerAnswers[payerCheck.answer].said : '',
    表决: trackRules[plan.track ?? 'residents_meeting'].said,
    余款去向: surplusTo ? destinations[surplusTo] : '',
    用款顺序: orderWords(plan),
    // What follows may change without a new notice period.
    地点: plan.place ?? '',
    报价: prices(plan.quotations),
    资金依据: (fundingPlan?.sources ?? []).map(({ evidence }) => evidence ?? '').join('、'),
    责任依据: payerCheck?.evidence ?? '',
    专款专用: earmarkWords(plan.earmarks),
    工期: schedule.map(({ name, plannedOn }) => `${name}${plannedOn}`).join('、'),
    监管小组: team.join('、'),
  };
}

/** `居民众筹、政策奖补`: the sources of a plan in the order in which they are spent; empty where there is one at most. */
export function orderWords({
  spendOrder,
  fundingPlan,
}: {
  readonly spendOrder: SpendOrder | null;
  readonly fundingPlan: FundingPlan | null;
}): string {
  const planned = fundingPlan?.sources.map(({ source }) => source) ?? [];
  if (planned.length < 2 || !spendOrder) return '';
  return spendOrder.sources
    .filter(source => planned.includes(source))
    .map(source => sources[source])
    .join('、');
}

/** `政策奖补只用于材料、人工`: which money is for which lines only (docs/domain.md 8.5 (2)). */
export function earmarkWords(earmarks: Planned['earmarks']): string {
  return Object.entries(earmarks ?? {})
    .map(([source, lines]) => `${sources[source as Source]}只用于${lines.join('、')}`)
    .join('；');
}

export interface PlanChange {
  readonly part: string;
  readonly from: string;
  readonly to: string;
}

/** What one version of a plan says differently from the one before. */
export function changesIn(before: PlanFacts, after: PlanFacts): PlanChange[] {
  return Object.entries(after).flatMap(([part, to]) => {
    const from = before[part] ?? '';
    return from === to || termsOf(from) === termsOf(to) ? [] : [{ part, from, to }];
  });
}

/** Those changes for which the days on display begin anew. */
export function materialIn(changes: readonly PlanChange[]): PlanChange[] {
  return changes.filter(({ part }) => decided.includes(part));
}

function prices(list: readonly Priced[] | null): string {
  return (list ?? []).map(({ name, amountFen }) => `${name}${yuan(amountFen)}`).join('、');
}

/** Terms that were said one after the other are the same in any order. */
function termsOf(words: string): string {
  return words.startsWith('{') ? canonical(JSON.parse(words)) : words;
}

function written(terms: unknown): string {
  return terms === null || terms === undefined ? '' : JSON.stringify(terms);
}
