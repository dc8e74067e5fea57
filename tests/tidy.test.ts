import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Who may import whom: the folders on the right, beside libraries and the own folder. `*` is everything. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/language': ['src/domain'],
  'src/store': ['src/domain'],
  'src/operations': ['src/domain', 'src/language/values', 'src/store'],
  'src/publish': ['src/domain', 'src/language/values', 'src/store', 'src/talk/reply.ts'],
  'src/wecom': ['src/talk/message.ts', 'src/talk/reply.ts'],
  'src/web': ['src/domain', 'src/operations', 'src/publish', 'src/store', 'src/talk'],
  'src/clock': ['src/domain', 'src/store'],
  'src/outbox': ['src/domain', 'src/publish', 'src/store', 'src/wecom'],
  'src/talk': ['src/domain', 'src/language', 'src/operations', 'src/publish', 'src/store'],
  'src/simulator': [],
  'src/trial': ['*'],
  'src/process': ['*'],
  intents: ['src/talk/intent.ts', 'src/talk/reply.ts', 'src/domain', 'src/language', 'src/operations', 'src/publish'],
  jobs: ['src/clock/job.ts', 'src/operations', 'src/publish'],
};

/** The subjects, the same in every layer: what two of them share lies one level up. */
const subjects =
  'proposal plan meeting poll ballot pledge funds works notice credit market contest county people'.split(' ');

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

test('every arrow that the layers allow is taken by some import', () => {
  const taken = sources().map(file => ({ layer: layerOf(file), targets: importsOf(file) }));
  const idle = Object.entries(mayImport).flatMap(([layer, allowed]) =>
    allowed
      .filter(place => place !== '*')
      .filter(
        place =>
          !taken.some(one => one.layer === layer && one.targets.some(to => to === place || to.startsWith(`${place}/`))),
      )
      .map(place => `${layer} → ${place}`),
  );

  expect(idle).toEqual([]);
});

test('clock, environment and chance are read only by the files that wire things together', () => {
  const reading =
    /new Date\(\)|Date\.now\(\)|process\.env|Math\.random\b|performance\.now\b|randomBytes|randomInt|randomUUID/;
  const readers = sources().filter(file => {
    const folder = layerOf(file);
    if (['src/process', 'src/trial', 'src/simulator'].includes(folder)) return false;
    return codeLines(file).some(line => reading.test(line));
  });

  // The envelope's random prefix is chance by protocol; it may be given.
  expect(readers.filter(file => file !== 'src/wecom/envelope.ts' && file !== 'src/wecom/robot/routes.ts')).toEqual([]);
});

test('what a file gives away, another file takes', () => {
  const files = ['src', 'intents', 'jobs', 'dev', 'tests'].flatMap(folder => filesBelow(folder));
  const texts = [...files.filter(file => /\.m?[tj]s$/u.test(file)), 'ormconfig.ts'].map(file => ({
    file,
    text: readFileSync(join(root, file), 'utf8'),
  }));
  const taken = new Set(texts.flatMap(({ file, text }) => namesTaken(text).map(one => nameIn(file, one))));
  const given = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/^export (?:async )?(?:function\*?|const|(?:abstract )?class|interface|type) (\w+)/gm)].map(
      ([, name = '']) => `${file}: ${name}`,
    ),
  );

  expect(given.filter(one => one.includes('.ts: ') && !taken.has(one))).toEqual([]);
});

test('what a rule or an operation does is said in a sentence above it', () => {
  const silent = sources()
    .filter(file => ['src/domain', 'src/operations'].includes(layerOf(file)))
    .flatMap(file =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/(?<!\*\/\n)^export (?:async )?function\*? (\w+)/gm)].map(
        ([, name = '']) => `${file}: ${name}`,
      ),
    );

  expect(silent).toEqual([]);
});

test('the unit knows on which message it was begun, and an operation tells what it did: no door does either by hand', () => {
  const doors = sources().filter(file => file.startsWith('intents/') || file.startsWith('src/operations/'));
  const passing = doors.filter(file =>
    codeLines(file).some(line => /(?<!unit\.)\bmessageId\b(?!: unit\.messageId)\s*[,:}]/u.test(line)),
  );
  const disclosing = sources().filter(file => importsOf(file).includes('src/operations/notice/disclose.ts'));

  // Where facts are told, the tellers are given the message.
  expect(passing).toEqual(['src/operations/notice/tell-fact.ts']);
  expect(disclosing).toEqual(['src/operations/notice/tell-fact.ts']);
});

test('what others hear of is worded by the file of its fact: no operation and no job queues a post by itself', () => {
  const deeds = sources().filter(file => file.startsWith('src/operations/') || file.startsWith('jobs/'));
  const posting = deeds.filter(file => codeLines(file).some(line => /\bposts\.to[A-Z]/u.test(line)));

  expect(posting.toSorted()).toEqual([
    'src/operations/notice/disclose.ts',
    'src/operations/notice/post-picture.ts',
    'src/operations/notice/tell-fact.ts',
  ]);
});

/** What talk keeps by itself: the questions that it asked. All else in the record is changed by an operation. */
const changesRecord = /\bunit\.(?!questions\.)[\w.]+\.(?:keep|add|drop|put|remove)\w*\(/;

test('talk and the doors beside it change nothing of the record by themselves', () => {
  const found = sources()
    .filter(file => /^(?:src\/(?:talk|web)|intents|jobs)\//u.test(file))
    .flatMap(file => codeLines(file).flatMap(line => (changesRecord.test(line) ? [{ file, line: line.trim() }] : [])));
  // Who reads what is for few leaves a line in the journal, without an operation of its own.
  const changes = found.filter(({ file, line }) => file.startsWith('src/talk/') || !line.includes('journal.add('));

  expect(changes).toEqual([]);
});

test('the engine words every statement but one, so that PostgreSQL need not be asked by every test (vitest.config.ts)', () => {
  const wording = sources()
    .filter(file => !file.startsWith('src/store/engine/'))
    .filter(file => codeLines(file).some(line => /\.(?:createQueryBuilder|query)(?:<[^()]*>)?\(/u.test(line)));

  expect(wording).toEqual(['src/store/credit/credit.ts']);
});

test('the rules read no disk, but for the kinds of matters, which are templates and read once', () => {
  const reading = sources().filter(
    file => file.startsWith('src/domain/') && codeLines(file).some(line => line.includes("from 'node:fs'")),
  );

  expect(reading).toEqual(['src/domain/program-folder.ts', 'src/domain/proposal/categories.ts']);
});

/** Where rules meet Chinese: how a home is written, what a record's own words say, and names that are masked. Readers of what people type are language. */
const chineseInRules = [
  'ballot/paper-form.ts',
  'funds/kept-rules.ts',
  'funds/memo-address.ts',
  'funds/own-interest.ts',
  'funds/payment-terms.ts',
  'funds/spending.ts',
  'label.ts',
  'masking.ts',
  'plan/emergency.ts',
  'poll/electorate.ts',
  'proposal/categories.ts',
  'proposal/title.ts',
];

test('what people type is read by src/language, and not among the rules', () => {
  const readers = sources()
    .filter(file => layerOf(file) === 'src/domain')
    .filter(file =>
      codeLines(file).some(line => /\/[^/\s]*\p{Script=Han}[^/]*\/[gu]+\b|RegExp\(.*\p{Script=Han}/u.test(line)),
    );

  expect(readers.map(file => file.replace('src/domain/', '')).toSorted()).toEqual(chineseInRules);
});

test('the values of a text know nothing of its readers', () => {
  const upward = sources()
    .filter(file => file.startsWith('src/language/values/'))
    .flatMap(file => importsOf(file).map(target => ({ file, target })))
    .filter(({ target }) => /^src\/language\/(?!values\/|lexicon\/)/u.test(target));

  expect(upward).toEqual([]);
});

test('every layer has the rooms of the subjects and no others', () => {
  const rooms = ['intents', 'jobs', 'src/domain', 'src/operations', 'src/publish', 'src/store'].flatMap(layer =>
    foldersIn(layer).map(name => ({ layer, name })),
  );

  expect(rooms.filter(({ name }) => !subjects.includes(name)).map(({ layer, name }) => `${layer}/${name}`)).toEqual([
    'src/store/engine',
  ]);
  for (const folder of ['src', 'intents', 'jobs']) expect(filesIn(folder)).toEqual([]);
});

test('the tests of talk lie in the rooms of talk', () => {
  expect(foldersIn('tests/talk').filter(room => !foldersIn('src/talk').includes(room))).toEqual([]);
});

test('the lists of entities and migrations are those of the files', async () => {
  const made = (await import(pathToFileURL(join(root, 'dev/scripts/lists.mjs')).href)) as {
    lists: () => { path: string; text: string }[];
  };

  for (const { path, text } of made.lists())
    expect(readFileSync(join(root, path), 'utf8'), `npm run lists writes ${path} anew`).toBe(text);
});

test('no two migrations are of the same moment, but those that have run', () => {
  const moments = filesIn('src/store/engine/migrations').flatMap(name => /^\d+/.exec(name)?.[0] ?? []);
  const twice = moments.filter((moment, index) => moments.indexOf(moment) !== index);

  // Which of two comes first is told by nothing but the order of their names; what has run keeps its name.
  expect(twice).toEqual(['1764300000150', '1764400000370']);
});

test('no file outgrows its subject', () => {
  expect(sources().filter(file => readFileSync(join(root, file), 'utf8').split('\n').length > 400)).toEqual([]);
});

test('every link of a document leads to something that is there', () => {
  const broken = documents().flatMap(file =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\]\((?!https?:|url\)|u\))([^)#\s]+)(?:#[^)]*)?\)/gu)]
      .filter(([, target = '']) => !existsSync(join(root, dirname(file), target)))
      .map(([, target]) => `${file} → ${target}`),
  );

  expect(broken).toEqual([]);
});

test('a file that a document names is there', () => {
  const named = documents().flatMap(file =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /`((?:src|intents|jobs|tests|dev|docs|templates)\/[\w./-]+)`/gu,
      ),
    ].map(([, path = '']) => ({ file, path })),
  );

  expect(named.length).toBeGreaterThan(30);
  // The next file of the corpus is there once somebody has written it.
  const missing = named.filter(({ path }) => !existsSync(join(root, path)) && !path.endsWith('/wNN.jsonl'));
  expect(missing).toEqual([]);
});

test('a document that a comment cites is in the repository', () => {
  const cited = sources().flatMap(file =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?:docs\/)?(?<![\w-])([a-z][a-z-]*)\.md\b/gu)].map(
      ([, name]) => ({
        file,
        name,
      }),
    ),
  );

  expect(cited.length).toBeGreaterThan(100);
  expect(cited.filter(({ name }) => !existsSync(join(root, 'docs', `${name}.md`)))).toEqual([]);
});

test('the bot is started with the same flags by npm, by the image and by the unit', () => {
  const flags = ['package.json', 'Dockerfile', 'deploy/zhongyi.service'].map(file =>
    (readFileSync(join(root, file), 'utf8').match(/--max-[\w-]+=\d+/gu) ?? []).join(' '),
  );

  expect(new Set(flags)).toEqual(new Set(['--max-semi-space-size=4 --max-old-space-size=192']));
});

test('a reader of the README is done in a page', () => {
  for (const file of ['README.md', 'README.zh-CN.md'])
    expect(readFileSync(join(root, file), 'utf8').split('\n').length, file).toBeLessThanOrEqual(150);
});

test('each manual shows its reader a picture', () => {
  for (const reader of ['居民', '楼长', '书记', '出纳会计', '监管小组', '运维'])
    expect(readFileSync(join(root, `docs/zh/${reader}.md`), 'utf8'), reader).toContain('![');
});

/** What is written for people, beside the protocol papers, whose examples are no links. */
function documents(): string[] {
  return ['.', 'docs', 'docs/zh'].flatMap(folder =>
    filesIn(folder)
      .filter(name => name.endsWith('.md'))
      .map(name => join(folder, name)),
  );
}

function foldersIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? [entry.name] : [],
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry =>
    entry.isFile() ? [entry.name] : [],
  );
}

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

/** The names that a file takes from others of ours, and from which. */
function namesTaken(text: string): { readonly name: string; readonly from: string }[] {
  const listed = [...text.matchAll(/^(?:import|export) (?:type )?(?:\w+, )?\{([^}]*)\} from '(\.[^']*)'/gm)];
  // Of a file that is taken as a whole, or when it is needed, every word of the text may be a name.
  const whole = [...text.matchAll(/(?:import\(|import \* as \w+ from )'(\.[^']*)'/g)];
  return [
    ...listed.flatMap(([, names = '', from = '']) =>
      names.split(',').map(each => ({ name: /(?:type )?(\w+)/.exec(each)?.[1] ?? '', from })),
    ),
    ...whole.flatMap(([, from = '']) => [...new Set(text.match(/\w+/g))].map(name => ({ name, from }))),
  ];
}

function nameIn(file: string, { name, from }: { readonly name: string; readonly from: string }): string {
  return `${join(dirname(file), from).replace(/\.js$/, '.ts')}: ${name}`;
}
