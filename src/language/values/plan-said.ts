import { findAmounts } from './money/amounts.js';
import { readFundingList, type SaidSource } from './money/funding-list.js';

/** The words of a plan, taken apart: what is to be done, the budget, and where the money comes from. */
interface PlanSaid {
  readonly works: string;
  readonly budgetFen: number | undefined;
  /** What is said of the money, as it was said; empty where nothing is. */
  readonly fundingWords: string;
  /** The same, source by source; null where it cannot be read. */
  readonly funding: readonly SaidSource[] | null;
}

const heading = /^(?:资金|钱|款项|经费)(?:的)?(?:来源|出处|从哪里?来)[:\s]*(?:是|为)?/u;
const opening =
  /^(?:其中|由|申请|争取|剩下的?|剩余的?|其余的?|余下的?|另外?|再|从|用|使用|动用|拿|和|以及|加上|来自|预计|计划)+/u;
const budget = /^(?:总)?(?:预算|造价|费用|总价|总投资|合计|共计|总共)/u;

/**
 * Reads `换灯，预算6000元，资金来源：居民4000元，奖补2000元（批文…）`, and parts of a sentence such as `居民出4000元`. Words that name a source,
 * by `sourceForm`, and a sum are the plan's funding, or nobody knows what they are: they are never passed over (docs/domain.md 5.2, 6.5).
 */
export function readPlan(text: string, sourceForm: RegExp): PlanSaid {
  const parts = partsOf(text);
  const from = parts.findIndex(part => heading.test(part));
  const isFunding = (part: string, index: number): boolean =>
    (from >= 0 && index >= from) || (sourceForm.test(part) && findAmounts(part).some(({ named }) => named));
  const funding = parts.filter(isFunding).map(part => part.replace(heading, '').replace(opening, ''));
  const costs = parts.filter((part, index) => !isFunding(part, index) && budget.test(part));
  const works = parts.filter((part, index) => !isFunding(part, index) && !costs.includes(part));
  const [cost] = costs.flatMap(part => findAmounts(part).filter(({ named }) => named));
  const fundingWords = funding.filter(Boolean).join('，');
  return {
    works: works.join('，'),
    budgetFen: cost?.kind === 'exact' ? cost.fen : undefined,
    fundingWords,
    funding: readFundingList(fundingWords),
  };
}

/** Commas within brackets or between thousands part nothing. */
function partsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[,、;。\n](?![^(]*\))(?!\d{3}(?:\D|$))/u)
    .map(part => part.trim())
    .filter(Boolean);
}
