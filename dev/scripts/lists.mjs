/**
 * Writes the lists of entities, migrations, tellers and topics anew from the files: `npm run lists`. They are lists of imports, so that the compiler
 * sees the types and the start reads no folders; `tests/tidy.test.ts` fails on one that is stale.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const engine = join('src', 'store', 'engine');
const publish = join('src', 'publish');
const asked = join('src', 'talk', 'asked');
const head = '// Written by `npm run lists` from the files. Nobody edits it by hand.\n';

/** The lists as they should be: the path of each, and its text. */
export function lists() {
  const files = readdirSync(join(root, 'src', 'store'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join('src', 'store', file));
  const classesOf = form =>
    files
      .flatMap(file => [...readFileSync(join(root, file), 'utf8').matchAll(form)].map(([, name]) => ({ file, name })))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const entities = classesOf(/^@Entity\('[^']+'\)[\s\S]*?^export class (\w+)/gmu);
  const migrations = classesOf(/^export class (\w+?\d{13}) implements MigrationInterface/gmu).toSorted(
    (a, b) => Number(a.name.slice(-13)) - Number(b.name.slice(-13)) || (a.name < b.name ? -1 : 1),
  );
  const imports = (from, classes) =>
    classes.map(({ file, name }) => {
      const path = relative(from, file).replace(/\.ts$/u, '.js');
      return `import { ${name} } from '${path.startsWith('.') ? path : `./${path}`}';`;
    });
  const listed = (name, classes) => [`export const ${name} = [`, ...classes.map(each => `  ${each.name},`), '];'];
  return [
    {
      path: join(engine, 'entities.ts'),
      text: [
        head + "import { isSealed } from './columns.js';",
        ...imports(engine, entities),
        '',
        ...listed('entities', entities),
        '',
        '/** The tables whose rows the journal seals; `npm run verify` holds every one of their rows against it. */',
        'export const sealed = entities.filter(isSealed);',
        '',
      ].join('\n'),
    },
    {
      path: join(engine, 'migrations', 'index.ts'),
      text: [
        head + imports(join(engine, 'migrations'), migrations).join('\n'),
        '',
        ...listed('migrations', migrations),
        '',
      ].join('\n'),
    },
    { path: join(publish, 'tellers.ts'), text: tellers() },
    { path: join(asked, 'topics.ts'), text: topics() },
  ];
}

/** What is said of each fact: the file `poll/closed.ts` tells `poll.closed`. */
function tellers() {
  return byName(
    defaultsBelow(publish, 'export default tells<').map(one => ({ ...one, key: one.path.replaceAll('/', '.') })),
    { type: "import type { Tellers } from '../store/notice/saying.js';", declared: 'tellers: Tellers' },
  );
}

/** What people ask: the file `pledge/must-pay.ts` is one topic. */
function topics() {
  return byName(
    defaultsBelow(asked, 'export default topic(').map(one => ({ ...one, key: one.path })),
    { type: "import type { Topic } from './topic.js';", declared: 'topics: Readonly<Record<string, Topic>>' },
  );
}

/** A list of what the files give away, each under its key. */
function byName(found, { type, declared }) {
  return [
    head + type,
    ...found.map(({ path, name }) => `import ${name} from './${path}.js';`),
    '',
    `export const ${declared} = {`,
    ...found.map(({ key, name }) => `  '${key}': ${name},`),
    '};',
    '',
  ].join('\n');
}

/** The files below a folder that give away one thing of a kind, in the order of their names. */
function defaultsBelow(folder, form) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && readFileSync(join(root, folder, file), 'utf8').includes(form))
    .map(file => file.slice(0, -'.ts'.length).split(sep))
    .toSorted((a, b) => (a.join('.') < b.join('.') ? -1 : 1))
    .map(path => ({ path: path.join('/'), name: path.map(capital).join('') }))
    .map(({ path, name }) => ({ path, name: name[0].toLowerCase() + name.slice(1) }));
}

function capital(word) {
  return word.replaceAll(/(?:^|-)(\w)/gu, (_, letter) => letter.toUpperCase());
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const { path, text } of lists()) writeFileSync(join(root, path), text);
