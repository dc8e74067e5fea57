import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonical } from '../journal.js';
import { plain } from '../plain-text.js';
import { categories } from './categories.js';
import type { PrecedentFacts } from './precedent.js';

/** So many digits of the digest are told by another way, such as by telephone, to whoever takes the file in. */
const codeLength = 16;
const format = 'zhongyi-precedents/1';
const mostPrecedents = 5000;

const days = z.number().int().min(0).max(36_500).nullable();
const fen = z.number().int().min(0).max(1_000_000_000);

const facts = z
  .strictObject({
    category: z.string().max(40),
    title: z.string().min(1).max(60),
    households: z.number().int().max(1_000_000),
    costFen: fen,
    budgetFen: fen.nullable(),
    stepDays: z.array(days).length(4),
    objections: z.array(z.string().min(1).max(60)).max(3),
    endedOn: z.iso.date(),
    source: z.url({ protocol: /^https?$/u }).max(300),
  })
  .readonly();

const file = z.strictObject({
  format: z.literal(format),
  precedents: z.array(facts).max(mostPrecedents),
  digest: z.string().regex(/^[0-9a-f]{64}$/u),
});

/** What is wrong with a file of precedents. */
export type PrecedentFault = 'notFile' | 'changed' | 'code' | 'small' | 'person';

/** The ended matters of a county as a file that another takes in, and the code to tell it by another way. */
export function precedentFile(
  precedents: readonly PrecedentFacts[],
  publicUrl: string,
): { text: string; code: string } {
  const told = precedents.map(one => ({
    ...one,
    source: one.source.startsWith('/') ? `${publicUrl.replace(/(?<!\/)\/+$/u, '')}${one.source}` : one.source,
  }));
  const digest = digestOf(told);
  return {
    text: JSON.stringify({ format, precedents: told, digest }, null, 1),
    code: digest.slice(0, codeLength),
  };
}

/**
 * The precedents of a file, or what is wrong with it: whole or not at all. The code comes from the county that made the file by
 * another way than the file, so that nobody in between can make one up; no group under five, and nothing that speaks of a person.
 */
export function readPrecedents(
  text: string,
  { code, least, isOfNobody }: { code: string; least: number; isOfNobody: (words: string) => boolean },
): { precedents: readonly PrecedentFacts[] } | { fault: PrecedentFault } {
  const read = file.safeParse(json(text));
  if (!read.success) return { fault: 'notFile' };
  const { precedents, digest } = read.data;
  if (digestOf(precedents) !== digest) return { fault: 'changed' };
  if (code !== digest.slice(0, codeLength)) return { fault: 'code' };
  if (precedents.some(({ households }) => households < least)) return { fault: 'small' };
  const isClean = (words: string): boolean => isOfNobody(words) && plain(words) === words;
  const speaksOfSomebody = precedents.some(
    ({ title, objections, category }) =>
      !categories.has(category) || !isClean(title) || !objections.every(words => isClean(words)),
  );
  return speaksOfSomebody ? { fault: 'person' } : { precedents };
}

function digestOf(precedents: readonly PrecedentFacts[]): string {
  return createHash('sha256').update(canonical(precedents)).digest('hex');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
