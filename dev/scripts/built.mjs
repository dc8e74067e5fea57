// Builds what has changed since the last build, and nothing else: the operator's commands are called often, and the compiler
// takes seconds to find that there is nothing to do.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const stamp = join(root, 'dist/.built');
const sources = [
  'src',
  'intents',
  'jobs',
  'dev',
  'ormconfig.ts',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** When the newest of a file or of all files below a folder was written; a folder's own time tells what was taken out. */
function newest(path) {
  const at = statSync(path, { throwIfNoEntry: false });
  if (!at) return 0;
  if (!at.isDirectory()) return at.mtimeMs;
  return Math.max(at.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))));
}

const builtMs = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (Math.max(...sources.map(name => newest(join(root, name)))) > builtMs) {
  // The moment of the beginning: what is written while the compiler runs is newer.
  const begun = new Date();
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, '');
  utimesSync(stamp, begun, begun);
}
