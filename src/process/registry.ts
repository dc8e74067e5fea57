import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DeedWords } from '../language/reading/understand.js';
import type { Heading } from '../publish/help-topics.js';
import type { AnyIntent, Defined, Field } from '../talk/intent.js';
import type { JobDefinition } from '../clock/job.js';

/** The heading of the help that the deeds of a subject stand under. */
const headings: Readonly<Record<string, Heading>> = {
  proposal: '提案',
  plan: '提案',
  meeting: '提案',
  notice: '提案',
  poll: '表决',
  ballot: '表决',
  pledge: '认捐',
  funds: '资金',
  market: '资金',
  works: '进度与验收',
  contest: '进度与验收',
  county: '进度与验收',
  credit: '积分',
  people: '我',
};

/** Every intent by its name: `intents/poll/vote.ts` is `poll.vote`. */
export async function loadIntents(): Promise<ReadonlyMap<string, AnyIntent>> {
  const found = await load<Defined>('intents', ['slots', 'permission', 'handle']);
  return named(found, ({ subject, file, definition }) => {
    const group = definition.group ?? headings[subject];
    if (!group) throw new Error(`intents/${subject}/${file}: the help has no heading for ${subject}`);
    return [intentName(subject, file), { ...definition, group }];
  });
}

/** Every job by its name, which is its file's name. */
export async function loadJobs(): Promise<ReadonlyMap<string, JobDefinition>> {
  return named(await load<JobDefinition>('jobs', ['cron', 'about', 'run']), ({ file, definition }) => [
    file,
    definition,
  ]);
}

/** The words that live beside each intent, for the language. */
export function phrasesOf(intents: ReadonlyMap<string, AnyIntent>): Record<string, DeedWords> {
  return Object.fromEntries(
    [...intents].map(([name, definition]) => {
      const { phrases, pattern, binds, takesBack, readBack, onlyInForm, permission } = definition;
      const isSpoken = readBack !== undefined && !onlyInForm;
      return [name, { phrases, pattern, binds, takesBack, isSpoken, permission, keeps: keptWords(name, definition) }];
    }),
  );
}

/** Slots of free words that others read: a household's own reason is its own, and what is booked is held against the roster and the request. */
function keptWords(name: string, { binds = 'office', slots }: AnyIntent): string[] {
  const isRead = binds === 'public' || (binds === 'office' && !name.startsWith('funds.'));
  const isFree = ({ kind, choices, read }: Field): boolean =>
    (kind === 'words' || kind === 'rows') && choices === undefined && read === undefined;
  return isRead ? Object.keys(slots).filter(slot => slots[slot] && isFree(slots[slot].field)) : [];
}

interface Found<T> {
  readonly subject: string;
  readonly file: string;
  readonly definition: T;
}

async function load<T extends object>(
  folder: 'intents' | 'jobs',
  required: readonly string[],
): Promise<readonly Found<T>[]> {
  const here = fileURLToPath(import.meta.url);
  const path = join(here, '..', '..', '..', folder);
  const extension = extname(here);
  const files = (await readdir(path, { recursive: true })).filter(
    file => file.endsWith(extension) && !file.endsWith('.d.ts'),
  );
  const modules = await Promise.all(
    files.map(file => import(pathToFileURL(join(path, file)).href) as Promise<{ default?: Partial<T> }>),
  );
  return files.map((file, index) => {
    const definition = modules[index]?.default;
    const missing = required.filter(key => !definition || !(key in definition));
    if (missing.length > 0) throw new Error(`${folder}/${file} is incomplete: it has no ${missing.join(', ')}`);
    return { subject: dirname(file), file: basename(file, extension), definition: definition as T };
  });
}

/** By their names, in the order of these; no two have the same. */
function named<T, N>(
  found: readonly Found<T>[],
  nameOf: (one: Found<T>) => readonly [string, N],
): ReadonlyMap<string, N> {
  const all = found.map(one => nameOf(one)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const twice = all.find(([name], index) => all[index + 1]?.[0] === name);
  if (twice) throw new Error(`there are two of the name ${twice[0]}`);
  return new Map(all);
}

/**
 * A file in the room of its subject is that subject's verb (`poll/vote` is `poll.vote`); a file that carries a noun of
 * its own keeps it (`works/finding.add` is `finding.add`). Help is about every subject and is called by its bare name.
 */
function intentName(subject: string, file: string): string {
  return file.includes('.') || file === 'help' ? file : `${subject}.${file}`;
}
