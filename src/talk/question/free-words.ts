import { withoutThanks } from '../../language/values/manner/courtesy.js';
import { readHousehold } from '../../language/values/people/household.js';
import { sourceOf } from '../../language/values/money/source-said.js';
import { isThing } from '../../language/values/thing.js';
import { onlyNames } from './loose-yes.js';

/** Things and people are named; what is told, denied or asked is none of them. */
const namesThing: ReadonlySet<string> = new Set(['item', 'name', 'giver', 'party', 'bearer', 'payer']);

/** True where the words may be what that slot is asked for. */
export function canBe(asks: string, text: string): boolean {
  if (onlyNames.test(text.trim())) return false;
  if (asks === 'payer' && !isPayer(text)) return false;
  return !namesThing.has(asks) || (asks === 'payer' && readHousehold(text) !== null) || isThing(withoutThanks(text));
}

/** A home, a kind of money, or somebody's name; a figure alone is none of them. */
function isPayer(text: string): boolean {
  return (
    readHousehold(text) !== null ||
    sourceOf(text) !== undefined ||
    (/\p{Script=Han}{2}/u.test(text) && !howPaid.test(text.trim()))
  );
}

/** 现金给的 tells how it came, and not from whom. */
const howPaid =
  /^(?:都?是|用|拿|走)?(?:的)?(?:现[金钱]|微信|支付宝|转账|刷卡|银行卡?|扫码|对公)(?:转|给|交|付|来|过|收)*(?:账)?(?:的|来的|了)?[。.!！]*$/u;
