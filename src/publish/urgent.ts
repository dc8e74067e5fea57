/** What cannot wait for anybody's vote, and what to do first: numbers that hold all over the country. */
const urgent: readonly (readonly [RegExp, string])[] = [
  [/着火|起火|失火|冒烟|火灾|烧起来/u, '先离开，打119。'],
  [
    /(?:燃气|煤气|天然气).{0,6}(?:漏|泄|味|臭)|闻到.{0,4}(?:煤气|燃气)/u,
    '先关阀门、开窗，不要开关电灯，到外面打燃气公司抢修电话或119。',
  ],
  [/电梯.{0,8}(?:困|关|卡|坠|出不来)|困在电梯/u, '按电梯里的报警按钮，不要扒门，打119或96333。'],
  [/触电|漏电|电线.{0,4}(?:断|掉|冒火)|打火花/u, '不要靠近，打电力抢修95598，有人受伤打120。'],
  [/(?:水管|管道|水).{0,4}(?:爆|喷|淌满|漫)|淹了|跑水/u, '先关水阀，打供水抢修或12345。'],
];

/** What to do at once about what is told; null where it can wait. */
export function urgentWords(text: string): string | null {
  return urgent.find(([sign]) => sign.test(text))?.[1] ?? null;
}
