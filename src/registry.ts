import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnyIntent } from './intent.js';
import type { JobDefinition } from './job.js';

/** Every intent by its name, which is its file's name. */
export async function loadIntents(): Promise<ReadonlyMap<string, AnyIntent>> {
  return load<AnyIntent>('intents', ['group', 'phrases', 'slots', 'permission', 'help', 'handle']);
}

/** Every job by its name, which is its file's name. */
export async function loadJobs(): Promise<ReadonlyMap<string, JobDefinition>> {
  return load<JobDefinition>('jobs', ['cron', 'about', 'run']);
}

/** The sayings that live beside each intent, for the language. */
export function phrasesOf(intents: ReadonlyMap<string, AnyIntent>): Record<string, readonly string[]> {
  return Object.fromEntries([...intents].map(([name, { phrases }]) => [name, phrases]));
}

async function load<T extends object>(folder: string, required: readonly string[]): Promise<ReadonlyMap<string, T>> {
  const here = fileURLToPath(import.meta.url);
  const path = join(here, '..', '..', folder);
  const extension = extname(here);
  const files = (await readdir(path)).filter(file => file.endsWith(extension) && !file.endsWith('.d.ts')).toSorted();

  const modules = files.map(file => import(pathToFileURL(join(path, file)).href) as Promise<{ default?: Partial<T> }>);
  const definitions = new Map<string, T>();
  for (const [index, { default: definition }] of (await Promise.all(modules)).entries()) {
    const file = files[index] ?? '';
    const missing = required.filter(key => !definition || !(key in definition));
    if (missing.length > 0) throw new Error(`${folder}/${file} is incomplete: it has no ${missing.join(', ')}`);
    definitions.set(basename(file, extension), definition as T);
  }
  return definitions;
}
