import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templatesFolder } from '../domain/program-folder.js';
import { fieldsOf, type NoticeName, type Values } from './notice/notice-fields.js';

/**
 * The words of a notice with its fields filled in. A line that speaks of something which is not there is left out: null or an
 * empty text means “not there”. Only a field with a question mark leaves its line standing. Values must have been made safe for markdown before.
 */
export function fill<N extends NoticeName>(name: N, values: Values<N>): string {
  const known: Readonly<Record<string, string | number | null>> = values;
  const lines = (texts.get(name) ?? []).flatMap(line => {
    const missing = [...line.matchAll(field)].filter(([, one = '']) => (known[one] ?? '') === '');
    if (missing.some(([, , mayGo]) => mayGo === undefined)) return [];
    return [line.replaceAll(field, (_, one: string) => String(known[one] ?? ''))];
  });
  return lines.join('\n');
}

/** `{版本}`; `{版本?}` may be missing without its line. */
const field = /\{([^{}?]+)(\?)?\}/g;

/** Reads the file: `[name]`, then the lines of the notice. Unknown names and fields stop the start. */
export function readTemplates(source: string): Map<NoticeName, string[]> {
  const found = new Map<NoticeName, string[]>();
  let lines: string[] | null = null;
  for (const line of source.split(/\r?\n/)) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const name = /^\[(.+)\]$/.exec(line)?.[1];
    if (name !== undefined) {
      assert(Object.hasOwn(fieldsOf, name), `templates/notices.txt: there is no notice “${name}”`);
      lines = [];
      found.set(name as NoticeName, lines);
      continue;
    }
    assert(lines, 'templates/notices.txt: words before the first [name]');
    const [current = '进度公示'] = [...found.keys()].slice(-1);
    for (const [, one = ''] of line.matchAll(field))
      assert(
        (fieldsOf[current] as readonly string[]).includes(one),
        `templates/notices.txt: [${current}] has no {${one}}`,
      );
    lines.push(line);
  }
  for (const name of Object.keys(fieldsOf))
    assert(found.has(name as NoticeName), `templates/notices.txt: [${name}] is missing`);
  return found;
}

const texts = readTemplates(readFileSync(join(templatesFolder(), 'notices.txt'), 'utf8'));
