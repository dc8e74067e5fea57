import { dayMs } from '../calendar.js';
import { codeSigns } from '../code-signs.js';

/** How long a printed code is good (docs/wecom-doors.md 27.2). */
export const codeLifeMs = 180 * dayMs;

/** Twelve signs from twelve bytes of chance, 60 bits: `7Q2K-9XWM-3FTH`. */
export function codeFrom(random: Buffer): string {
  const code = [...random.subarray(0, 12)].map(byte => codeSigns[byte % codeSigns.length]).join('');
  return code.replace(/(.{4})(?=.)/gu, '$1-');
}

/** A code as it is compared: however it was typed, with or without dashes, in small letters or full width. */
export function plainCode(said: string): string {
  return said.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/gu, '');
}
