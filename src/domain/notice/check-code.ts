import { digestOf } from '../journal.js';

/** The short code at the foot of a notice: the same on the sheet and in the group, or the two differ (docs/domain.md 5.1). */
export function checkCode({ no, text }: { readonly no: number; readonly text: string }): string {
  return digestOf({ no, text }).slice(0, 8);
}
