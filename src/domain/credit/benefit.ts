import { partsSaid } from '../parts-said.js';

export interface SaidBenefit {
  readonly what: string;
  readonly leastScore: number;
  readonly provider: string;
  readonly evidence: string;
}

/** Reads `取暖费减300元，1050分以上，热力公司，依据桓信办〔2022〕3号`; null where one of the four is missing. */
export function readBenefit(said: string): SaidBenefit | null {
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
