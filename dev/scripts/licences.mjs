/**
 * Writes docs/licences.md anew from package-lock.json: `npm run licences`. It names everything that the running program is made of with its
 * licence; `tests/dev/scripts/supply.test.ts` fails on a list that is stale and on a licence that nobody has looked at.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Licences under which parts may be used as they are, unchanged, beside a program of any licence. */
export const known = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'MPL-2.0',
  'LGPL-3.0-or-later',
  'WTFPL',
];

const stated = { 'png-js': 'MIT' };

/** What the build takes over into the program, although the running program does without its package. */
const taken = ['node_modules/@expo-google-fonts/noto-sans-sc'];

/** The packages of the running program, those that only developers use left out: name, version and licence. */
export function parts() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = Object.entries(packages)
    .filter(([path, { dev, link }]) => path !== '' && (!dev || taken.includes(path)) && !link)
    .map(([path, { name, version, license }]) => ({
      name: name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      // A package that names its licence in no field was looked up in its LICENSE file.
      licence: license ?? stated[path.slice(path.lastIndexOf('/') + 1)] ?? 'unknown',
    }));
  const lines = new Map(found.map(part => [`${part.name} ${part.version}`, part]));
  return [...lines.values()].toSorted((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** The names in an expression such as `(MIT OR WTFPL)`. */
export function namesIn(licence) {
  return licence.split(/ OR | AND |[()]/u).filter(name => name !== '');
}

export function text() {
  const all = parts();
  const licences = [...new Set(all.map(({ licence }) => licence))].toSorted();
  const named = licence =>
    all
      .filter(part => part.licence === licence)
      .map(({ name, version }) => `${name} ${version}`)
      .join(', ');
  return [
    '# Licences',
    '',
    'What the running program is made of, by licence, from `package-lock.json`; `npm run licences` writes it anew. Parts under LGPL and MPL are',
    'used as they are published, as libraries of their own that anybody can replace.',
    '',
    ...licences.flatMap(licence => [`## ${licence}`, '', named(licence), '']),
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(join(root, 'docs', 'licences.md'), text());
