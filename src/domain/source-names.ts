import { type Source, sources } from './ledger.js';

/** The kinds of money by the words that members use for them, beside their own names. */
const names: Readonly<Record<string, Source>> = {
  ...(Object.fromEntries(Object.entries(sources).map(([source, said]) => [said, source])) as Record<string, Source>),
  奖补资金: 'subsidy',
  奖补: 'subsidy',
  慈善基金: 'charity_fund',
  公益资金: 'welfare',
  市场分成: 'market_share',
  住宅专项维修资金: 'maintenance_fund',
  互助金: 'mutual_aid',
  捐款: 'mutual_aid',
};

/** As an alternation of a pattern, the longer name first. */
export const sourceNames = Object.keys(names)
  .toSorted((a, b) => b.length - a.length)
  .join('|');

export function sourceNamed(said: string): Source | undefined {
  return names[said];
}
