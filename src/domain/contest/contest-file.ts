import { strict as assert } from 'node:assert';
import { z } from 'zod';
import { standingsOf, winners } from './contest.js';
import { assertWeights, type Criterion, criteria, type CriterionId, ensureQuotas, listNames } from './contest-rules.js';
import { digestOf } from '../journal.js';
import { Refusal } from '../refusal.js';

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const Figure = z.tuple([count, count]);
const List = z.enum(['grid', 'grid_member', 'leader']);
const perList = <T extends z.ZodType>(kind: T) => z.object({ grid: kind, grid_member: kind, leader: kind });
const CriterionLine = z.object({
  id: z.enum(Object.keys(criteria) as [CriterionId, ...CriterionId[]]),
  weight: z.number().int().positive(),
  by: z.enum(['record', 'judges']),
});

const File = z.object({
  format: z.literal('zhongyi-contest-1'),
  edition: z.number().int().positive(),
  /** The first and the last day that count. */
  from: z.string(),
  until: z.string(),
  version: z.string(),
  quotas: perList(z.number().int().positive()),
  most: perList(z.number().int().positive()),
  judgesMost: z.tuple([count, count]),
  criteria: perList(z.array(CriterionLine)),
  bands: z.array(count),
  candidates: z.array(
    z.object({
      no: z.number().int().positive(),
      list: List,
      /** The grid's code; null for a person, who stands in the file under the number alone. */
      grid: z.string().nullable(),
      households: count,
      figures: z.partialRecord(z.enum(Object.keys(criteria) as [CriterionId, ...CriterionId[]]), Figure),
      ratings: count,
      punctual: Figure,
      votes: count,
      vetoes: z.array(z.string()),
    }),
  ),
  lists: perList(z.array(z.number().int().positive())),
  /** SHA-256 of all of the above in the canonical encoding of the journal. */
  digest: z.string(),
});

/** A contest as it leaves the record: rules, figures, vetoes, lists; no names. */
export type ContestFile = z.infer<typeof File>;

type OpenContestFile = Omit<ContestFile, 'lists' | 'digest' | 'format'>;

/** The file of a contest, with its lists and its digest. The order in which candidates were read leaves no trace. */
export function contestFile(open: OpenContestFile): ContestFile {
  const sheet = { ...open, candidates: open.candidates.toSorted((a, b) => a.no - b.no) };
  const body = { format: 'zhongyi-contest-1' as const, ...sheet, lists: winners(standingsOf(sheet)) };
  return { ...body, digest: digestOf(body) };
}

/** The file in a JSON text, or a sentence that says what is wrong with it. */
export function readContestFile(text: string): ContestFile | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'It is not JSON; take a file that the contest’s page or grid -- contest EDITION gave.';
  }
  const read = File.safeParse(json);
  if (read.success) return read.data;
  return `It is no contest: ${read.error.issues[0]?.path.join('.') || 'its form'} is not right.`;
}

/** Computes a contest again from its file alone: the faults found, none where the lists are what the figures give. */
export function recomputeContest(file: ContestFile): { faults: string[]; lists: ContestFile['lists'] } {
  const { digest, lists: claimed, ...rest } = file;
  const faults: string[] = [];
  if (digestOf({ ...rest, lists: claimed }) !== digest) faults.push('the digest is not that of the file');
  if (new Set(file.candidates.map(({ no }) => no)).size < file.candidates.length)
    faults.push('a candidate stands in the file twice');
  try {
    for (const list of listNames) assertWeights(file.criteria[list] as Criterion[], file.judgesMost);
    ensureQuotas(file.quotas, file.most);
  } catch (error) {
    if (error instanceof Refusal) {
      const { list, asked, most } = error.details as { list: string; asked: number; most: number };
      faults.push(`${list}: ${asked} places, and the most are ${most}`);
    } else if (error instanceof assert.AssertionError) faults.push(error.message);
    else throw error;
  }
  const lists = winners(standingsOf(file));
  for (const list of listNames) {
    if (claimed[list].length > file.quotas[list])
      faults.push(`${list}: ${claimed[list].length} on the list, and the quota is ${file.quotas[list]}`);
    if (claimed[list].join() !== lists[list].join())
      faults.push(`${list}: the list is not what the figures give (${firstDifference(claimed[list], lists[list])})`);
  }
  return { faults, lists };
}

function firstDifference(claimed: readonly number[], computed: readonly number[]): string {
  const place = [...computed, ...claimed].findIndex((_, index) => claimed[index] !== computed[index]);
  return `place ${place + 1}: ${claimed[place] ?? 'nobody'} instead of ${computed[place] ?? 'nobody'}`;
}
