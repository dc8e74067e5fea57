import { hash } from 'node:crypto';

/** The digest before the first line of a grid's journal. */
export const beginning = '0'.repeat(64);

/**
 * The canonical encoding that digests are taken over: JSON with keys in order, moments as ISO 8601 UTC, and members that
 * are null or undefined left out, so that a column added later changes no old digest.
 */
export function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Date) return `"${value.toISOString()}"`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  return canonicalMembers(value, Object.keys(value).toSorted());
}

function canonicalMembers(value: object, names: readonly string[]): string {
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const name of names) {
    const member = members[name];
    if (member !== null && member !== undefined) text += `${text && ','}${quoted(name)}:${canonical(member)}`;
  }
  return `{${text}}`;
}

/** The names of columns and facts, which come again and again, as JSON has them. */
const quotedNames = new Map<string, string>();
const mostNames = 1000;

function quoted(name: string): string {
  const known = quotedNames.get(name);
  if (known !== undefined) return known;
  const json = JSON.stringify(name);
  if (quotedNames.size >= mostNames) quotedNames.clear();
  quotedNames.set(name, json);
  return json;
}

/** SHA-256 of the canonical encoding, in hexadecimal. */
export function digestOf(value: unknown): string {
  return hash('sha256', canonical(value), 'hex');
}

/** The same of an object of which just these members count, named in the order of the alphabet. */
export function digestOfMembers(value: object, names: readonly string[]): string {
  return hash('sha256', canonicalMembers(value, names), 'hex');
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

const ofLine: readonly (keyof Line)[] = ['at', 'by', 'deed', 'facts', 'gridId', 'messageId', 'previous', 'rows', 'seq'];

/** A line's digest covers all of it and the digest of the line before: no line can be changed, dropped or slipped in. */
export function digestOfLine(line: Line): string {
  return digestOfMembers(line, ofLine);
}
