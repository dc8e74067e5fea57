import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { usage } from '../../src/process/commands/grid-usage.js';

const documents = ['.', 'docs', 'docs/zh'].flatMap(folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.md') && name !== 'CHANGELOG.md')
    .map(name => ({ file: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
);

/** Every match of a pattern in any document, as the document and what the pattern's group found. */
function named(pattern: RegExp): { file: string; name: string }[] {
  return documents.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([, name = '']) => ({ file, name: name.trim() })),
  );
}

test('every command of a document is one of the package', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const commands = named(/npm run (?:--silent )?([a-z]+)/gu);

  expect(commands.length).toBeGreaterThan(40);
  expect(commands.filter(({ name }) => !(name in scripts))).toEqual([]);
});

test('every command of a document about a grid is one that the program takes', () => {
  const commands = named(/grid -- ([a-z]+)/gu);

  expect(commands.length).toBeGreaterThan(10);
  for (const { file, name } of commands)
    for (const said of [usage.en, usage.zh]) expect(said, `${file}: ${name}`).toMatch(new RegExp(`^  ${name} `, 'mu'));
});

test('every file that a command of a document runs is there', () => {
  const files = named(/\bnode (?:--\S+ )*((?:dev|src)\/[\w./-]+)/gu);

  expect(files.map(({ name }) => readFileSync(name, 'utf8').length > 0)).not.toContain(false);
});

test('every variable that a document sets is one that the program reads', () => {
  const program = ['config', 'app-config'].map(name => readFileSync(`src/process/${name}.ts`, 'utf8')).join('\n');
  const variables = named(/(?:export |^\| `|… )([A-Z]+(?:_[A-Z]+)+)(?==|`)/gmu);

  expect(variables.length).toBeGreaterThan(20);
  expect(variables.filter(({ name }) => !new RegExp(`\\b${name}\\b`, 'u').test(program))).toEqual([]);
});

test('every example in TypeScript compiles as the file that its first line names', () => {
  // Within the repository, so that packages are found; what is built does not mind.
  mkdirSync('dist', { recursive: true });
  const folder = mkdtempSync(join('dist', 'examples-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const examples = documents.flatMap(({ text }) => [...text.matchAll(/^```ts\n(\/\/ (\S+\.ts)\n[^]*?)^```/gmu)]);
  for (const [, code = '', path = ''] of examples) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
  }
  const config = {
    extends: resolve('tsconfig.json'),
    // An example imports its neighbours as if it lay in the repository.
    compilerOptions: { noEmit: true, rootDir: resolve('.'), rootDirs: [resolve('.'), resolve(folder)] },
    include: ['**/*.ts'],
    exclude: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));

  expect(examples.length).toBe(named(/^```ts(\n)/gmu).length);
  expect(compiled(folder)).toBe('');
});

/** What the compiler has to say. */
function compiled(folder: string): string {
  try {
    return execFileSync('npx', ['tsc', '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? error);
  }
}
