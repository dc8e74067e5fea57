/** The kinds of money, by the words that name them. The first that fits counts. */
const sources: readonly (readonly [string, RegExp])[] = [
  ['public_revenue', /公共(?:区域)?收益|公共收入|广告(?:费|收入|位)|公共部位/u],
  ['market_share', /公益市场|市场(?:收益)?(?:分成|分红|收益)|收益分成|摊位(?:费|收入|分成)|集市|市集|分成款/u],
  ['welfare', /福彩|公益金|福利彩票|体彩|公益资金|彩票/u],
  ['charity_fund', /慈善|爱心基金|社区基金/u],
  [
    'subsidy',
    /奖补|补助|补贴|财政|专项(?:资金|款)|政府(?:拨|资金|支持)|上级(?:拨|资金)|街道(?:拨|资金|下拨)|以奖代补|政策/u,
  ],
  [
    'residents',
    /居民(?:自筹|众筹|集资|捐款|筹款|筹资|自愿|缴|交)|自筹(?:款|资金)?|众筹款|住户(?:集资|自筹|众筹)|业主(?:集资|自筹|众筹)|群众自筹/u,
  ],
];

/** The kind of money that a text names. */
export function sourceOf(text: string): string | undefined {
  return sources.find(([, words]) => words.test(text.replace(/物业费/gu, '')))?.[0];
}
