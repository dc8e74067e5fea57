// Takes out of dist what no source stands behind any more: the compiler leaves the files of what was moved or removed, and the bot, which
// finds its deeds by the files that are there, would find them twice.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'dist');

/** foo.js and foo.js.map come of foo.ts, foo.js or, as foo.mjs, of foo.mjs. */
function hasSource(path) {
  const [, stem, end] = /^(.*?)\.(m?js)(?:\.map)?$/u.exec(path) ?? [];
  if (stem === undefined) return true;
  const ends = end === 'mjs' ? ['.mts', '.mjs'] : ['.ts', '.js'];
  return ends.some(each => existsSync(join(root, `${stem}${each}`)));
}

const built = existsSync(dist) ? readdirSync(dist, { recursive: true, withFileTypes: true }) : [];
// The bundle is written whole by each build, and a running bot may still read from it.
const bundle = join(dist, 'bundle');
for (const file of built) {
  const path = join(file.parentPath ?? file.path, file.name);
  if (file.isFile() && !path.startsWith(bundle) && !hasSource(relative(dist, path))) rmSync(path);
}
