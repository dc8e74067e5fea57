import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FundingClass, fundingClasses } from '../lifecycle.js';
import { type PayerAnswer, payerAnswers } from '../plan/payer-check.js';
import { type Track, trackRules } from '../poll/tracks.js';
import { templatesFolder } from '../program-folder.js';

/**
 * What a matter of one kind usually needs (docs/domain.md 3, 4.2, 6.1, 7.1). It is a template: what is asked, paid and decided in
 * a matter is the plan's to say.
 */
export interface Category {
  /** The name of its file. */
  readonly id: string;
  readonly said: string;
  /** Words by which it is known; the longest that was said decides. */
  readonly signs: readonly string[];
  readonly questions: readonly string[];
  /** The usual lines of its budget. */
  readonly lines: readonly string[];
  readonly track: Track;
  /** The usual answer to the question who has to pay; it is checked for each matter. */
  readonly payer: PayerAnswer;
  readonly class: FundingClass;
  /** How many days the works usually take. */
  readonly days: number;
  readonly safety: readonly string[];
}

/** What fits nowhere else. */
export const otherCategory = 'other';

/** All categories, one of each file in `templates/categories`: a new one is a new file. A file that lacks something stops the start. */
export const categories: ReadonlyMap<string, Category> = readCategories(join(templatesFolder(), 'categories'));

/** The categories that stand in a folder, by their ids; the one for everything else has to be among them. */
export function readCategories(folder: string): ReadonlyMap<string, Category> {
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .toSorted();
  const found = files.map(file => checked(file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown));
  assert(
    found.some(({ id }) => id === otherCategory),
    `${folder}: ${otherCategory}.json is missing`,
  );
  return new Map(found.map(category => [category.id, category]));
}

/** The category of a matter by the words that were said of it; `other` where none of its signs was. */
export function categoryOf(text: string): Category {
  let best = categoryCalled(otherCategory);
  let longest = 0;
  // 单元门口 says where, and no gate is meant.
  const told = text.replaceAll(/(?:单元|大)?门口/gu, '');
  for (const category of categories.values())
    for (const sign of category.signs)
      if (sign.length > longest && told.includes(sign)) [best, longest] = [category, sign.length];
  return best;
}

/** The category with an id that the record keeps; one whose file was taken away since is `other`. */
export function categoryCalled(id: string): Category {
  const found = categories.get(id) ?? categories.get(otherCategory);
  assert(found);
  return found;
}

function checked(file: string, read: unknown): Category {
  const at = `templates/categories/${file}`;
  assert(typeof read === 'object' && read !== null, `${at} holds no category`);
  const fields = read as Readonly<Record<string, unknown>>;
  const { said, track, payer, class: kind, days } = fields;
  assert(typeof said === 'string' && said !== '', `${at}: said is the name that residents know it by`);
  const id = file.replace(/\.json$/u, '');
  assert(isKey(track, trackRules), `${at}: there is no track ${String(track)}`);
  assert(isKey(payer, payerAnswers), `${at}: there is no payer ${String(payer)}`);
  assert(isKey(kind, fundingClasses), `${at}: there is no class ${String(kind)}`);
  assert(Number.isInteger(days) && (days as number) > 0, `${at}: days are a whole number`);
  return {
    id,
    said,
    signs: listIn(at, fields, 'signs', id === otherCategory ? 0 : 1),
    questions: listIn(at, fields, 'questions', 1),
    lines: listIn(at, fields, 'lines', 1),
    track,
    payer,
    class: kind,
    days: days as number,
    safety: listIn(at, fields, 'safety', 1),
  };
}

function isKey<T extends object>(value: unknown, of: T): value is keyof T {
  return typeof value === 'string' && Object.hasOwn(of, value);
}

function listIn(at: string, fields: Readonly<Record<string, unknown>>, name: string, least: number): string[] {
  const list = fields[name];
  assert(
    Array.isArray(list) && list.length >= least && list.every(one => typeof one === 'string' && one !== ''),
    `${at}: ${name} is a list of words`,
  );
  return list as string[];
}
