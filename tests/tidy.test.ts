import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Who may import whom: the folders on the right, beside libraries and the own folder. `*` is everything. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/language': [],
  'src/store': ['src/domain'],
  'src/operations': ['src/domain', 'src/store'],
  'src/publish': ['src/domain', 'src/language', 'src/store', 'src/reply.ts'],
  'src/wecom': ['src/message.ts', 'src/reply.ts'],
  'src/simulator': [],
  intents: ['src/intent.ts', 'src/reply.ts', 'src/domain', 'src/language', 'src/operations', 'src/publish'],
  jobs: ['src/job.ts', 'src/reply.ts', 'src/domain', 'src/operations', 'src/publish'],
  'src/commands': ['*'],
  'src/pages': ['src/domain', 'src/operations', 'src/publish', 'src/store'],
  'src/trial': ['*'],
  'src/wording': ['src/domain'],
  src: ['*'],
};

test('every import follows an arrow that the layers allow', () => {
  const wrong = sources().flatMap(file => {
    const layer = layerOf(file);
    const allowed = mayImport[layer] ?? [];
    return importsOf(file)
      .filter(
        target =>
          !allowed.includes('*') &&
          layerOf(target) !== layer &&
          !allowed.some(place => target === place || target.startsWith(`${place}/`)),
      )
      .map(target => `${file} → ${target}`);
  });

  expect(wrong).toEqual([]);
});

test('clock, environment and chance are read only by the files that wire things together', () => {
  const reading = /new Date\(\)|Date\.now\(\)|process\.env|Math\.random\(\)|randomBytes|randomInt|randomUUID/;
  const readers = sources().filter(file => {
    const folder = layerOf(file);
    if (['src', 'src/commands', 'src/trial', 'src/simulator'].includes(folder)) return false;
    return codeLines(file).some(line => reading.test(line));
  });

  // The envelope's random prefix is chance by protocol; it may be given.
  expect(readers.filter(file => file !== 'src/wecom/envelope.ts' && file !== 'src/wecom/routes.ts')).toEqual([]);
});

test('no file outgrows its subject', () => {
  expect(sources().filter(file => readFileSync(join(root, file), 'utf8').split('\n').length > 400)).toEqual([]);
});

function sources(): string[] {
  return ['src', 'intents', 'jobs'].flatMap(folder => filesBelow(folder)).filter(file => file.endsWith('.ts'));
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap(name => {
    const path = `${folder}/${name}`;
    return statSync(join(root, path)).isDirectory() ? filesBelow(path) : [path];
  });
}

function layerOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'src' && `${top}/${second}` in mayImport ? `${top}/${second}` : top;
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map(([, target = '']) =>
    relative(root, join(root, dirname(file), target)).replace(/\.js$/, '.ts'),
  );
}

function codeLines(file: string): string[] {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .filter(line => !/^\s*(\/\/|\*|\/\*)/.test(line));
}
