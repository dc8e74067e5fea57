import { digestOfMembers, saltOf } from '../journal.js';
import type { EntryKind, Posting } from './ledger.js';

/** What of a ledger entry its digest covers: all of it, and the digest of the entry before. */
interface ChainedEntry {
  readonly gridId: number;
  readonly no: number;
  readonly projectId: number;
  readonly kind: EntryKind;
  readonly postings: readonly Posting[];
  readonly why: string;
  readonly by: string;
  readonly at: Date;
  readonly householdId?: number | null;
  readonly reversesId?: number | null;
  readonly messageId?: string | null;
  readonly evidence?: string | null;
  readonly covers?: readonly number[] | null;
  readonly previous?: string | null;
  readonly salt?: string;
}

/** The salt of an entry, by the record's secret. */
export function saltOfEntry(secret: string, { gridId, no }: Pick<ChainedEntry, 'gridId' | 'no'>): string {
  return saltOf(secret, `entry ${gridId} ${no}`);
}

const ofEntry: readonly (keyof ChainedEntry)[] = [
  'at',
  'by',
  'covers',
  'evidence',
  'gridId',
  'householdId',
  'kind',
  'messageId',
  'no',
  'postings',
  'previous',
  'projectId',
  'reversesId',
  'salt',
  'why',
];

/** SHA-256 of the canonical encoding of `{at, by, covers, evidence, gridId, householdId, kind, messageId, no, postings, previous, projectId, reversesId, salt, why}`. */
export function digestOfEntry(entry: ChainedEntry): string {
  return digestOfMembers(entry, ofEntry);
}
