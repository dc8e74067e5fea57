import { botNames } from '../mention.js';
import type { Span } from '../span.js';

/**
 * Digits and signs that address somebody: e-mail, web address, telephone, account and card numbers, mentions. Their digits
 * are no sums and no numbers of projects.
 */
const contact = new RegExp(
  [
    '[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}',
    '(?:https?:\\/\\/|www\\.)[^\\s，。；]{1,300}',
    '(?<!\\d)1[3-9]\\d[-\\s]?\\d{4}[-\\s]?\\d{4}(?!\\d)',
    '(?<!\\d)0\\d{2,3}[-\\s]\\d{7,8}(?!\\d)',
    '(?<!\\d)\\d{4}(?:\\s\\d{4}){3,4}(?:\\s\\d{1,3})?(?!\\d)',
    '(?<![\\d.])\\d{11,19}[xX]?(?![\\d.]|[元块万])',
    // The bot may be called without a gap behind its name; of others the name ends at one.
    `[@＠](?:${botNames})`,
    '[@＠][^\\s@＠，。,:：#]{1,16}(?=\\s|$)',
  ].join('|'),
  'gu',
);

export function findContacts(text: string): Span[] {
  if (!/[@＠]|\d{4}|www/u.test(text)) return [];
  return [...text.matchAll(contact)].map(found => ({ start: found.index, end: found.index + found[0].length }));
}
