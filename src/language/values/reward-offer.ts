import { readDeadline } from './times.js';
import { foldWidth } from './width.js';

/** What is put up for exchange, as a secretary says it. */
export interface RewardOffer {
  readonly pricePoints: number;
  readonly stock: number;
  readonly perQuarter: number;
  readonly provider: string;
  /** The last day on which it is offered; left out for until further notice. */
  readonly until?: Date;
}

/** Reads `15分，30份，每户1份，社区便民超市，到6月30日`, in any order; null when a part is missing or cannot be read. */
export function readRewardOffer(text: string, now: Date): RewardOffer | null {
  const found: { -readonly [K in keyof RewardOffer]?: RewardOffer[K] } = {};
  for (const part of foldWidth(text)
    .split(/[,，、;；\n]/u)
    .map(each => each.trim())
    .filter(Boolean)) {
    const price = /^(?<n>\d{1,4})分$/u.exec(part)?.groups?.['n'];
    const stock = /^(?:共|库存)?(?<n>\d{1,5})[份个张袋桶次]$/u.exec(part)?.groups?.['n'];
    const share = /^每户(?:每季度)?(?:最多)?(?<n>\d{1,2})[份个张袋桶次]$/u.exec(part)?.groups?.['n'];
    if (price) found.pricePoints = Number(price);
    else if (stock) found.stock = Number(stock);
    else if (share) found.perQuarter = Number(share);
    else {
      const { kind, ...deadline } = readDeadline(part, now);
      if (kind === 'past' || kind === 'unclear') return null;
      if (kind === 'at' && 'at' in deadline) found.until = deadline.at;
      else if (found.provider === undefined) found.provider = part;
      else return null;
    }
  }
  const { pricePoints, stock, perQuarter, provider, until } = found;
  if (!pricePoints || stock === undefined || !perQuarter || provider === undefined) return null;
  return { pricePoints, stock, perQuarter, provider, ...(until ? { until } : {}) };
}
