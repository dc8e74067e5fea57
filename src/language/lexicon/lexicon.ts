import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../../domain/program-folder.js';

/** The path of a file of the lexicon, found from `src/` and from `dist/src/` alike. */
export function lexiconPath(name: string): string {
  return join(programFolder(), 'src', 'language', 'lexicon', name);
}

/** The lines of a word list, without comments and empty lines. */
export function readLines(name: string): string[] {
  return readFileSync(lexiconPath(name), 'utf8')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('//'));
}
