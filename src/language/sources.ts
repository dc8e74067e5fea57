/** The kinds of money, by the words that name them alone; the longer name goes first (domain.md 6.2). */
const names = [
  ['market_share', /公益市场|市场分成|市场收益|经营分成/u],
  ['public_revenue', /公共收益|共有收益|公共部位收益/u],
  ['charity_fund', /慈善基金|社区基金|慈善会/u],
  ['subsidy', /奖补|补贴|补助|财政|专项资金|以奖代补/u],
  ['welfare', /公益资源|公益|爱心|企业|捐赠|赞助/u],
  ['residents', /居民|众筹|自筹|认筹|认捐|住户|各户|业主/u],
] as const;

export type Source = (typeof names)[number][0];

/** The source that words name; null where they name none. */
export function namedSource(words: string): Source | null {
  return names.find(([, named]) => named.test(words))?.[0] ?? null;
}
