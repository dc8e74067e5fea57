import { createHash } from 'node:crypto';

/** The digest before the first line of a grid's journal. */
export const beginning = '0'.repeat(64);

/**
 * The canonical encoding that digests are taken over: JSON with keys in order, moments as ISO 8601 UTC, and members that
 * are null or undefined left out, so that a column added later changes no old digest.
 */
export function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(item => canonical(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== null && member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** SHA-256 of the canonical encoding, in hexadecimal. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

export interface Line {
  readonly gridId: number;
  readonly seq: number;
  readonly by: string;
  readonly deed: string;
  readonly at: Date;
  readonly messageId: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly rows: Readonly<Record<string, string>>;
  readonly previous: string;
}

/** A line's digest covers all of it and the digest of the line before: no line can be changed, dropped or slipped in. */
export function digestOfLine({ gridId, seq, by, deed, at, messageId, facts, rows, previous }: Line): string {
  return digestOf({ gridId, seq, by, deed, at, messageId, facts, rows, previous });
}
