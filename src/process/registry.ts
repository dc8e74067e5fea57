import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DeedWords } from '../language/reading/understand.js';
import type { AnyIntent } from '../talk/intent.js';
import type { JobDefinition } from '../clock/job.js';

/** Every intent by its name: `intents/poll/vote.ts` is `poll.vote`. */
export async function loadIntents(): Promise<ReadonlyMap<string, AnyIntent>> {
  return load<AnyIntent>('intents', ['group', 'phrases', 'slots', 'permission', 'help', 'handle'], intentName);
}

/** Every job by its name, which is its file's name. */
export async function loadJobs(): Promise<ReadonlyMap<string, JobDefinition>> {
  return load<JobDefinition>('jobs', ['cron', 'about', 'run'], (_, file) => file);
}

/** The words that live beside each intent, for the language. */
export function phrasesOf(intents: ReadonlyMap<string, AnyIntent>): Record<string, DeedWords> {
  return Object.fromEntries(
    [...intents].map(([name, { phrases, pattern, binds, readBack, onlyInForm, permission }]) => [
      name,
      { phrases, pattern, binds, isSpoken: readBack !== undefined && !onlyInForm, permission },
    ]),
  );
}

async function load<T extends object>(
  folder: 'intents' | 'jobs',
  required: readonly string[],
  nameOf: (subject: string, file: string) => string,
): Promise<ReadonlyMap<string, T>> {
  const here = fileURLToPath(import.meta.url);
  const path = join(here, '..', '..', '..', folder);
  const extension = extname(here);
  const found = (await readdir(path, { recursive: true }))
    .filter(file => file.endsWith(extension) && !file.endsWith('.d.ts'))
    .map(file => ({ file, name: nameOf(dirname(file), basename(file, extension)) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

  const modules = await Promise.all(
    found.map(({ file }) => import(pathToFileURL(join(path, file)).href) as Promise<{ default?: Partial<T> }>),
  );
  const definitions = new Map<string, T>();
  for (const [index, { file, name }] of found.entries()) {
    const definition = modules[index]?.default;
    const missing = required.filter(key => !definition || !(key in definition));
    if (missing.length > 0) throw new Error(`${folder}/${file} is incomplete: it has no ${missing.join(', ')}`);
    if (definitions.has(name)) throw new Error(`${folder}/${file}: there are two of the name ${name}`);
    definitions.set(name, definition as T);
  }
  return definitions;
}

/**
 * A file in the room of its subject is that subject's verb (`poll/vote` is `poll.vote`); a file that carries a noun of
 * its own keeps it (`works/finding.add` is `finding.add`). Help is about every subject and is called by its bare name.
 */
function intentName(subject: string, file: string): string {
  return file.includes('.') || file === 'help' ? file : `${subject}.${file}`;
}
