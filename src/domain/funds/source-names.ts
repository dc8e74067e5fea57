import { type Source, sources } from './ledger.js';

/** The kinds of money by the words that members use for them, beside their own names. */
const names: Readonly<Record<string, Source>> = {
  ...(Object.fromEntries(Object.entries(sources).map(([source, said]) => [said, source])) as Record<string, Source>),
  居民: 'residents',
  居民自筹: 'residents',
  居民认筹: 'residents',
  众筹: 'residents',
  自筹: 'residents',
  奖补资金: 'subsidy',
  奖补: 'subsidy',
  财政奖补: 'subsidy',
  补贴: 'subsidy',
  财政补贴: 'subsidy',
  小区公共收益: 'public_revenue',
  慈善基金: 'charity_fund',
  社区基金: 'charity_fund',
  公益: 'welfare',
  公益资金: 'welfare',
  公益捐款: 'welfare',
  爱心企业: 'welfare',
  公益市场: 'market_share',
  市场分成: 'market_share',
  住宅专项维修资金: 'maintenance_fund',
  维修基金: 'maintenance_fund',
  业主筹集: 'owner_levy',
  互助金: 'mutual_aid',
  捐款: 'mutual_aid',
};

/** As an alternation of a pattern, the longer name first. */
export const sourceNames = Object.keys(names)
  .toSorted((a, b) => b.length - a.length)
  .join('|');

/** A list whose every name is a source, none of them twice; null else. */
export function allNamed<T extends { readonly name: string }>(
  list: readonly T[] | null,
): (Omit<T, 'name'> & { readonly source: Source })[] | null {
  const named = (list ?? []).flatMap(({ name, ...one }) => {
    const source = sourceNamed(name);
    return source === undefined ? [] : [{ ...one, source }];
  });
  const isWhole = named.length > 0 && named.length === list?.length;
  return isWhole && new Set(named.map(({ source }) => source)).size === named.length ? named : null;
}

/** The source that goes by this name; undefined where none does. */
export function sourceNamed(said: string): Source | undefined {
  return names[said];
}
