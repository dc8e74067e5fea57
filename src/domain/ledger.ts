/** What a ledger entry is about. */
export type EntryKind = 'pledge' | 'pledge.cancel' | 'receipt' | 'spend' | 'refund';

/** Where money comes from (domain.md 6.2, in the words of the slot `source`). */
export const sources = {
  residents: '居民众筹',
  subsidy: '政策奖补',
  public_revenue: '公共收益',
  charity_fund: '社区慈善基金',
  welfare: '公益资源',
  market_share: '公益市场分成',
} as const;

export type Source = keyof typeof sources;

/**
 * An account of one project. Promises live apart from money: `promised` grows from `promise`, and only what stands in a
 * `cash/…` account can be spent.
 */
export type Account = 'promise' | 'promised' | `outside/${Source}` | `cash/${Source}` | 'spent' | 'refunded';

/** Money moves from one account to another: both ends named, so the books balance by construction. */
export interface Posting {
  readonly from: Account;
  readonly to: Account;
  readonly amountFen: number;
}
