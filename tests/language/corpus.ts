import { readdirSync, readFileSync } from 'node:fs';
import type { Gold } from '../../src/language/reading/scoring.js';

/** All lines of the corpus were typed at this moment, a Thursday. */
const now = '2025-10-16T09:30:00+08:00';
const asTyped = new Set(['room', 'choice', 'reason', 'text']);

/** The annotated lines of `tests/language/corpus`: `words => intent slot=value; slot=value`, or JSON as in the guide. */
export function readCorpus(): Gold[] {
  const folder = new URL('./corpus/', import.meta.url);
  return readdirSync(folder).flatMap(name =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        line.startsWith('{') ? [JSON.parse(line) as Gold] : readLine(line, `${name}:${index + 1}`),
      ),
  );
}

function readLine(line: string, id: string): Gold[] {
  const found = /^(?<text>.*?) => (?<intent>\S+)\s*(?<slots>.*)$/.exec(line);
  if (line.startsWith('//') || !found?.groups) return [];
  const { text = '', intent = '', slots = '' } = found.groups;
  return [{ id, text, now, intent, slots: Object.fromEntries(slots.split('; ').flatMap(readValue)) }];
}

function readValue(pair: string): [string, unknown][] {
  const at = pair.indexOf('=');
  if (at < 0) return [];
  const name = pair.slice(0, at);
  const value = pair.slice(at + 1).trim();
  if (value.startsWith('[')) return [[name, JSON.parse(value)]];
  return [[name, /^\d+(?:\.\d+)?$/.test(value) && !asTyped.has(name) ? Number(value) : value]];
}
