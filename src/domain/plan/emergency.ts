import { hourMs } from '../calendar.js';
import { rulesAt } from '../rules.js';

/**
 * Danger and urgent repair by its own path (应急抢修, docs/domain.md 4.2, 8.7): declared by a secretary with a cap, confirmed on the spot by a
 * household concerned and by somebody of the building, the property company or the owners' committee. Works and payments may come
 * before any vote, within the cap; the households get the accounts afterwards.
 */
export interface Emergency {
  readonly what: string;
  /** The most that may be spent, in fen. */
  readonly capFen: number;
  readonly declaredById: number;
  /** ISO 8601. */
  readonly declaredAt: string;
  /** Who of the households concerned, and who in office, has seen it on the spot; null while nobody has. */
  readonly householdById: number | null;
  readonly officeById: number | null;
  /** ISO 8601; null until both have confirmed. */
  readonly startedAt: string | null;
}

/** True for a declaration that nobody confirmed on the spot in time: it was no emergency. */
export function isLapsed({ startedAt, declaredAt }: Emergency, now: Date): boolean {
  const declared = new Date(declaredAt);
  return startedAt === null && now.getTime() > declared.getTime() + rulesAt(declared).emergencyConfirmHours * hourMs;
}

/** One matter under two numbers: the same words for it, whatever stands between them. */
export function isSameMatter(one: { readonly title: string }, other: { readonly title: string }): boolean {
  return bare(one.title) === bare(other.title);
}

function bare(words: string): string {
  return words.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]|应急|紧急|抢修|维修|修理|修复|再次|又/gu, '');
}
