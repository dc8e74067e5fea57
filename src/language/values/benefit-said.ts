import { partsSaid } from './parts-said.js';

interface SaidBenefit {
  readonly what: string;
  readonly leastScore: number;
  readonly provider: string;
  readonly evidence: string;
}

/** Reads `取暖费减300元，1050分以上，热力公司，依据桓信办〔2022〕3号`; null where one of the four is missing. */
export function readBenefit(said: string): SaidBenefit | null {
  return readList(said) ?? readFreely(said);
}

const document =
  /(?:依据|凭|根据|文件|按)?(?:是|为)?[:：]?(?<evidence>[\p{Script=Han}A-Za-z]{1,10}[〔[(（]\d{4}[〕\])）]\d{1,4}号)/u;
const leastSaid =
  /(?:信用分|积分)?(?:满|在|达到)?(?<least>\d{3,5})分?(?:及?以上|起)的?(?:(?:住|各|居民)?户|居民|人家|家庭)?/u;
const gives =
  /(?<provider>\p{Script=Han}{2,12}?(?:公司|集团|超市|银行|店|医院|诊所|站|厂|中心|局|所))(?:给|说|答应|提供|出)?(?:的|个)?(?:优惠|提供)?/u;
const givenOff = /减|免|折|送|便宜|优惠|省/u;

/** 热力公司给优惠，信用分1050以上的取暖费减300，桓信办〔2022〕3号: the four in any words, each found by its form. */
function readFreely(said: string): SaidBenefit | null {
  const text = said.normalize('NFKC');
  const { evidence } = document.exec(text)?.groups ?? {};
  const { least } = leastSaid.exec(text)?.groups ?? {};
  const { provider } = gives.exec(text)?.groups ?? {};
  const [what, ...others] = partsSaid(text.replace(document, '').replace(leastSaid, '').replace(gives, ''))
    .map(part => part.replace(/^(?:的|说|都|是|给|咱们?|我们|小区|居民)+/u, ''))
    .filter(part => givenOff.test(part) && [...part].length > 2);
  if (evidence === undefined || least === undefined || provider === undefined) return null;
  return what === undefined || others.length > 0 ? null : { what, leastScore: Number(least), provider, evidence };
}

function readList(said: string): SaidBenefit | null {
  const parts = partsSaid(said);
  const score = parts.findIndex(part => /^(?:信用分)?\d{3,5}分?(?:以上|起)?$/u.test(part.normalize('NFKC')));
  const evidence = parts.findIndex(part => /^(?:依据|凭|根据)[:：]?.{2,}|\d号文?(?:件)?$/u.test(part));
  const rest = parts.filter((_, index) => index !== score && index !== evidence);
  const [what, provider, ...others] = rest;
  if (score < 0 || evidence < 0 || what === undefined || provider === undefined || others.length > 0) return null;
  return {
    what,
    provider: provider.replace(/提供$/u, ''),
    leastScore: Number(/\d+/u.exec(parts[score]?.normalize('NFKC') ?? '')?.[0] ?? 0),
    evidence: (parts[evidence] ?? '').replace(/^(?:依据|凭|根据)[:：]?/u, ''),
  };
}
