import { readLines } from './lexicon.js';

/** The names of one thing, each with the name that stands for all. */
export const things: ReadonlyMap<string, string> = new Map(
  readLines('things.txt').flatMap(line => nameAll(line.split(/\s+/u))),
);

/** The longest first. */
export const thingNames: readonly string[] = [...things.keys()].toSorted((a, b) => b.length - a.length);

function nameAll(names: readonly string[]): [string, string][] {
  return names.map(name => [name, names[0] ?? name]);
}

/** The things that words name, each by the name that stands for all. */
export function thingsIn(words: string): ReadonlySet<string> {
  const found = new Set<string>();
  let rest = words;
  for (const name of thingNames) {
    if (!rest.includes(name)) continue;
    found.add(things.get(name) ?? name);
    rest = rest.replaceAll(name, ' ');
  }
  return found;
}
