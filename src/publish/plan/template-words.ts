import { fundingClasses } from '../../domain/lifecycle.js';
import { payerAnswers } from '../../domain/plan/payer-check.js';
import { categories, type Category } from '../../domain/proposal/categories.js';
import { trackRules } from '../../domain/poll/tracks.js';

/** What a matter of a kind usually needs, for whoever writes its plan. It is a suggestion: the plan says what holds. */
export function templateWords({ said, questions, lines, track, payer, class: kind, days, safety }: Category): string {
  const { said: why, payer: who, asks } = payerAnswers[payer];
  return [
    `**${said}：一般怎么办**`,
    `- 先问清：${questions.join('；')}`,
    `- 谁出钱：多半是“${why}”，${asks ? `由${who}出` : `先找${who}，不急着向居民筹钱`}；要一件一件核查`,
    `- 类别：${fundingClasses[kind]}`,
    `- 预算常有：${lines.join('、')}`,
    `- 怎么定：${trackRules[track].said}`,
    `- 工期：一般${days}天`,
    `- 安全：${safety.join('；')}`,
  ].join('\n');
}

/** The kinds there are, in one line. */
export function kindsWords(): string {
  return [...categories.values()].map(({ said }) => said).join('、');
}

/** The usual lines of a budget, in the form that a plan takes. */
export function usualLines({ said, lines }: Category): string {
  return `${said}的预算常有${lines.join('、')}`;
}
