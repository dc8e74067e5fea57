import { partsSaid } from '../parts-said.js';
import { chineseDigits, readWhole } from '../numbers.js';
import { readDeadline } from '../time/times.js';

/** What is put up for exchange, as a secretary says it. */
interface RewardOffer {
  readonly pricePoints: number;
  readonly stock: number;
  readonly perQuarter: number;
  readonly provider: string;
  /** The last day on which it is offered; left out for until further notice. */
  readonly until?: Date;
}

const n = `(?<n>\\d{1,5}|[${chineseDigits}十百]{1,5})`;
const priceForm = new RegExp(`^${n}分(?:一[份个张袋桶次])?$`, 'u');
const stockForm = new RegExp(`^(?:一共|总共|共|库存)?(?:有)?${n}[份个张袋桶次]$`, 'u');
const shareForm = new RegExp(`^[每一][户家](?:每季度)?(?:最多|限)?${n}[份个张袋桶次]$`, 'u');

function counted(form: RegExp, part: string): number | null {
  const said = form.exec(part)?.groups?.['n'];
  return said === undefined ? null : readWhole(said);
}

/** Reads `15分，30份，每户1份，社区便民超市，到6月30日`, in any order, also with blanks for the commas; null when a part is missing or cannot be read. */
export function readRewardOffer(text: string, now: Date): RewardOffer | null {
  const found: { -readonly [K in keyof RewardOffer]?: RewardOffer[K] } = {};
  for (const part of partsSaid(text)) {
    const price = counted(priceForm, part);
    const stock = counted(stockForm, part);
    const share = counted(shareForm, part);
    if (price !== null) found.pricePoints = price;
    else if (stock !== null) found.stock = stock;
    else if (share !== null) found.perQuarter = share;
    else {
      const { kind, ...deadline } = readDeadline(part, now);
      if (kind === 'past' || kind === 'unclear') return null;
      if (kind === 'at' && 'at' in deadline) found.until = deadline.at;
      else if (found.provider === undefined)
        found.provider = part.replace(/^(?:在|到|去|由)(?=.{3})|(?<=.{2})(?:领取?|兑换?|换|提供)$/gu, '');
      else return null;
    }
  }
  const { pricePoints, stock, perQuarter, provider, until } = found;
  if (!pricePoints || stock === undefined || !perQuarter || provider === undefined) return null;
  return { pricePoints, stock, perQuarter, provider, ...(until ? { until } : {}) };
}
