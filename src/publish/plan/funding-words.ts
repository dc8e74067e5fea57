import { methodWords, type Sharer, sharesOf } from '../../domain/plan/allocation.js';
import { type FundingPlan, isLevy, plannedFen, preconditions, sharedFen } from '../../domain/plan/funding-plan.js';
import { type Source, sources } from '../../domain/funds/ledger.js';
import { yuan } from '../../domain/money.js';
import { leastVoters } from '../../domain/ballot/count-sheet.js';
import { plain } from '../../domain/plain-text.js';
import { rulesAt } from '../../domain/rules.js';
import { scopeWords } from '../../domain/plan/scope.js';
import type { Project } from '../../store/proposal/project.js';

/** `居民众筹60,000元（自愿认筹）、政策奖补150,000元（批文桓财2026-12号）`: every source, with what it rests on or still lacks. */
export function fundingWords(plan: FundingPlan): string {
  return plan.sources
    .map(({ source, evidence }) => {
      const rests = source === 'residents' ? '自愿认筹' : (evidence ?? `待${preconditions[source].said}`);
      return `${sources[source]}${yuan(plannedFen(plan, source))}（${plain(rests, 100)}）`;
    })
    .join('、');
}

/** Where the money comes from, in the plan's words; without a plan the residents are asked first, and others by the order of the class. */
export function sourcesOf({ fundingPlan, fundingClass, budgetFen, allocation }: Project, at: Date): string {
  const { sources: planned = [], exempted = [] } = fundingPlan ?? {};
  if (fundingPlan && allocation?.method !== 'equal' && exempted.length > 0 && exempted.length < leastVoters) {
    // Shares that differ are as good as names: what a few were let off is told by who bears it, and the sums as they were planned.
    const bearers = [...new Set(exempted.map(({ source }) => sources[source]))].join('、');
    return `${fundingWords({ sources: planned })}；困难减免由${bearers}承担（不满五户，不写金额）`;
  }
  if (fundingPlan) return `${fundingWords(fundingPlan)}${exemptedWords(fundingPlan)}`;
  const others = rulesAt(at).sourceOrder[fundingClass ?? 'urgent'].filter(source => source !== 'residents');
  return `居民自愿认筹${yuan(budgetFen ?? 0)}；不足时依次商请${others.map(source => sources[source]).join('、')}`;
}

/** Sums only: who was exempted stands nowhere (docs/domain.md 6.5). */
function exemptedWords({ exempted = [] }: FundingPlan): string {
  const bySource = new Map<Source, number>();
  for (const { source, amountFen } of exempted) bySource.set(source, (bySource.get(source) ?? 0) + amountFen);
  if (bySource.size === 0) return '';
  return `；困难减免${[...bySource].map(([source, fen]) => `${yuan(fen)}由${sources[source]}承担`).join('、')}`;
}

/** How the residents' part is shared out, with the figures where all are alike, or how to hear one's own. */
export function allocationWords(project: Project, homes: readonly Sharer[]): string {
  const { allocation, no } = project;
  if (!allocation) return '';
  if (allocation.method === 'free') return '自愿认捐，各尽心意，没有应出的数';
  const voluntary = isLevy(project) ? '' : '，是参考数，自愿，多少都行';
  const figures = new Set(sharesOf(sharedFen(project), allocation, homes).values());
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  const each = most - least <= 1 ? `每户${yuan(most)}` : `每户的数私聊发送“${no}号我该出多少”`;
  return `${methodWords(allocation, scopeWords)}，${each}${voluntary}`;
}
