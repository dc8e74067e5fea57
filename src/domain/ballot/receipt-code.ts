import { codeSigns } from '../code-signs.js';

/**
 * The code of a ballot, `K7QF-2M9P`, made from five random bytes: with it the voter, and only the voter, finds the ballot
 * in the count sheet (docs/domain.md 7.11).
 */
export function receiptCode(bytes: Buffer): string {
  const bits = [...bytes.subarray(0, 5)].map(byte => byte.toString(2).padStart(8, '0')).join('');
  const code = (bits.match(/.{5}/g) ?? []).map(five => codeSigns[Number.parseInt(five, 2)]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
