import { maskPayee } from '../../domain/masking.js';
import { plain } from '../../domain/plain-text.js';
import type { Offer } from '../../store/pledge/offer.js';

type Help = Pick<Offer, 'kind' | 'what' | 'quantity' | 'minutes'>;

/** `水泥，数量10` or `出工4小时，刷墙`: never what it would be worth. */
export function offerWords({ kind, what, quantity, minutes }: Help): string {
  const named = what === null ? '' : plain(what, 30);
  if (kind === 'goods') return quantity === null ? named : `${named}，数量${quantity}`;
  const long = minutes === null ? '' : `${minutes / 60}小时`;
  return `出工${[long, named].filter(Boolean).join('，')}`;
}

/** `王氏五金捐赠的水泥十袋`: the name of a person masked. */
export function giftWords(giver: string, what: string): string {
  return `${plain(maskPayee(giver), 40)}捐赠的${plain(what, 80)}`;
}
