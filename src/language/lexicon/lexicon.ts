import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a file of the lexicon, found from `src/` and from `dist/src/` alike. */
export function lexiconPath(name: string): string {
  return join(packageRoot(), 'src', 'language', 'lexicon', name);
}

/** The lines of a word list, without comments and empty lines. */
export function readLines(name: string): string[] {
  return readFileSync(lexiconPath(name), 'utf8')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('//'));
}

function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('package.json was not found above the language');
    folder = above;
  }
  return folder;
}
