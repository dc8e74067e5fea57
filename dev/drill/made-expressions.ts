import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnyIntent } from '../../src/talk/intent.js';

/**
 * Run by the drill as a process of its own: notes every expression that the program makes while it runs, with the place that makes it, and
 * prints them. Those between slashes are no calls and are read from the text instead. All modules are loaded, for nearly all
 * expressions are made then; what depends on the definition of a deed is made for each deed.
 */
interface Made {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const made = new Map<string, Made>();

/** What only starts something, or runs beside the main thread or in a browser: loaded, it would do so. */
const starts = /process\/server\.js$|commands\/run-[\w-]+\.js$|(?:-reader|printer)\.mjs$|simulator\/page\//u;

globalThis.RegExp = new Proxy(RegExp, {
  construct(target, given, newTarget) {
    const expression = Reflect.construct(target, given, newTarget) as RegExp;
    const at = callerOf();
    const { source, flags } = expression;
    if (at) made.set(JSON.stringify([at, source, flags]), { ...at, source, flags });
    return expression;
  },
});

/** The place in the program that called, two frames above; none where a library made it. */
function callerOf(): { file: string; line: number } | null {
  const [, , , frame = ''] = (new Error().stack ?? '').split('\n');
  const start = frame.indexOf(pathToFileURL(root).href);
  if (start < 0) return null;
  const [file = '', line = ''] = frame.slice(start + pathToFileURL(root).href.length).split(':');
  return /^(?:src|intents|jobs)\//.test(file) ? { file, line: Number(line) } : null;
}

async function load(path: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(pathToFileURL(join(root, path)).href)) as Readonly<Record<string, unknown>>;
}

for (const folder of ['src', 'intents', 'jobs'])
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
    if (/\.m?js$/u.test(name) && !starts.test(name)) await load(join(folder, name));

const { loadIntents } = await import('../../src/process/registry.js');
const { fixedForms } = await import('../../src/talk/wish.js');
const { offerFor } = await import('../../src/talk/offer.js');
const { readForm } = await import('../../src/talk/form/form.js');
const { looseReader } = await import('../../src/language/reading/forms.js');
const intents = await loadIntents();
fixedForms(intents);
const loose = looseReader(
  Object.fromEntries([...intents].flatMap(([name, { pattern }]) => (pattern ? [[name, pattern]] : []))),
);
for (const [name, intent] of intents) {
  loose(name, '一');
  makeOf(intent);
}

function makeOf(intent: AnyIntent): void {
  offerFor(intent, {});
  const typed = Object.fromEntries(Object.keys(intent.slots).map(name => [name, '一']));
  readForm(intent, typed, new Date(0));
}

// Written whole before the end: a pipe takes only so much at a time.
process.stdout.write(JSON.stringify([...made.values()]), () => process.exit(0));
