import { hash } from 'node:crypto';

/** The digest before the first line of a grid's journal. */
export const beginning = '0'.repeat(64);

/**
 * The canonical encoding that digests are taken over: JSON with keys in order, moments as ISO 8601 UTC, and members that
 * are null or undefined left out, so that a column added later changes no old digest.
 */
export function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
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

/**
 * What makes the digest of few possible values one that nobody can find by trying them all. It follows from the record's own secret,
 * 32 bytes by chance that leave it in no export; what it says of one line, entry or row tells nothing of another.
 */
export function saltOf(secret: string, what: string): string {
  return hash('sha256', `${secret} ${what}`, 'hex').slice(0, 32);
}

/** The seal of a row that the journal keeps: SHA-256 over the record's secret, the row's name and its canonical encoding, in base64url. */
export function sealOf(
  row: object,
  { secret, name, members }: { secret: string; name: string; members: readonly string[] },
): string {
  return hash('sha256', `${secret} ${name} ${canonicalMembers(row, members)}`, 'base64url');
}

interface Line {
  readonly gridId: number;
  readonly seq: number;
  readonly by: string;
  readonly deed: string;
  readonly at: Date;
  readonly messageId: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly rows: Readonly<Record<string, string>>;
  readonly previous: string;
  /** Left out of lines from before 29 November 2026, when their chain was written anew. */
  readonly salt?: string;
}

const ofLine: readonly (keyof Line)[] = [
  'at',
  'by',
  'deed',
  'facts',
  'gridId',
  'messageId',
  'previous',
  'rows',
  'salt',
  'seq',
];

/** The salt of a line, by the record's secret. */
export function saltOfLine(secret: string, { gridId, seq }: Pick<Line, 'gridId' | 'seq'>): string {
  return saltOf(secret, `line ${gridId} ${seq}`);
}

/** A line's digest covers all of it and the digest of the line before: no line can be changed, dropped or slipped in. */
export function digestOfLine(line: Line): string {
  return digestOfMembers(line, ofLine);
}
