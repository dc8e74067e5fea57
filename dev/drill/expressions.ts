import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Script, createContext } from 'node:vm';
import { parseAst } from 'vite';
import { repeatedWords } from './repetitions.js';

interface ExpressionsReport {
  readonly expressions: number;
  /** Of those, how many the program makes when it runs. */
  readonly made: number;
  readonly texts: number;
  /** The slowest of all, in milliseconds of this process's own time. */
  readonly slowestMs: number;
  readonly faults: readonly string[];
}

interface Expression {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
  /** What is said of the deed that stands in the same file: sentences that the expression may match. */
  readonly examples?: readonly string[];
}

const long = 10_000;
const mostMs = 10;

/**
 * Tries every regular expression of the program, those that are written in it and those that it makes when it runs, on texts of ten thousand signs that it nearly matches: runs of what it
 * looks for, by themselves and behind the words of a deed's example, ended by what it does not. One that walks back over them takes a hundred times as long as one that does not. The time
 * is the processor's, so that a busy machine finds no faults that are not there.
 */
export function expressionsDrill(root: string): ExpressionsReport {
  const { made, faults } = madeExpressions(root);
  const inText = writtenExpressions(root);
  const expressions = [...inText, ...made];
  let [texts, slowestMs] = [0, 0];
  for (const expression of expressions) {
    const { file, line, source, flags } = expression;
    const slow: string[] = [];
    for (const { head, filler, took } of timesOf(expression)) {
      texts += 1;
      slowestMs = Math.max(slowestMs, took);
      if (took > mostMs) slow.push(`${JSON.stringify(head + filler)} ${took.toFixed(1)} ms`);
    }
    if (slow.length > 0)
      faults.push(`${file}:${line} /${source.slice(0, 80)}/${flags}: ${slow.slice(0, 4).join(', ')}`);
  }
  return {
    expressions: expressions.length,
    made: made.length,
    texts,
    slowestMs: Math.round(slowestMs * 10) / 10,
    faults,
  };
}

/** So often the words of a short text are repeated. */
const short = 60;
/** A hundred times what the slowest expression needs for all of its short texts on a quiet machine. */
const endlessAfterMs = 3000;

/**
 * The expressions that do not end when some words are said sixty times: each time more doubles what they need, so that one message holds up everybody for
 * good. It takes seconds and no quiet machine, for what ends does so at once.
 */
export function endlessExpressions(
  expressions: readonly Omit<Expression, 'examples'>[],
  timeout = endlessAfterMs,
): string[] {
  const context = createContext({ tries: undefined });
  const script = new Script('tries()');
  return expressions.flatMap(({ file, line, source, flags }) => {
    const expression = new RegExp(source, flags.replace('g', ''));
    const texts = [
      ...fillersOf(source, Infinity).map(filler => filler.repeat(short) + longEnd),
      ...repeatedWords(source, short),
    ];
    let text = '';
    context['tries'] = (): void => {
      for (text of texts) expression.exec(text);
    };
    const ends = (): boolean => {
      try {
        script.runInContext(context, { timeout });
        return true;
      } catch {
        return false;
      }
    };
    // Twice, for a machine may stand still for a moment.
    if (ends() || ends()) return [];
    const words = JSON.stringify(text.replace(longEnd, ''));
    return [`${file}:${line} /${source.slice(0, 80)}/${flags} does not end on ${words}`];
  });
}

/** The expressions that stand between slashes in the files of these folders. */
export function writtenExpressions(root: string): Expression[] {
  return folders.flatMap(folder => filesIn(join(root, folder))).flatMap(file => inFile(root, file).written);
}

interface Tried {
  /** What matches, before the run. */
  readonly head: string;
  readonly filler: string;
  readonly took: number;
}

/** How long the expression takes for each of its fillers, by itself and behind each beginning of an example that it matches. */
export function* timesOf({ source, flags, examples = [] }: Omit<Expression, 'file' | 'line'>): Generator<Tried> {
  const matched = examples.filter(example => new RegExp(source, flags).test(example));
  const heads = new Set(matched.flatMap(example => [...example].map((_, end) => [...example].slice(0, end).join(''))));
  const expression = new RegExp(source, flags);
  for (const filler of fillersOf(source)) yield { head: '', filler, took: timeOf(expression, { filler, end }) };
  for (const head of heads)
    for (const filler of classes) yield { head, filler, took: timeOf(expression, { head, filler, end: longEnd }) };
}

const folders = ['src', 'intents', 'jobs'] as const;

/**
 * What the built program makes when it runs, as its own process tells; and a fault for each place that makes one and was not reached, because
 * what it makes was not tried.
 */
export function madeExpressions(root: string): { made: Expression[]; faults: string[] } {
  const built = join(root, 'dist');
  const told = execFileSync('node', [join(built, 'dev', 'drill', 'made-expressions.js')], { encoding: 'utf8' });
  const made = JSON.parse(told) as Expression[];
  const reached = new Set(made.map(({ file, line }) => `${file}:${line}`));
  const places = folders
    .flatMap(folder => filesIn(join(built, folder)))
    .filter(file => readFileSync(file, 'utf8').includes('RegExp('))
    .flatMap(file => inFile(built, file).makes);
  return {
    made,
    faults: places
      .filter(place => !reached.has(place))
      .map(place => `dist/${place} makes an expression that is not tried`),
  };
}

function filesIn(folder: string): string[] {
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(?:ts|mjs|js)$/u.test(name) && !name.endsWith('.d.ts'))
      // What runs in a browser, in the trial, keeps nobody waiting.
      .filter(name => !name.includes(inBrowser))
      .map(name => join(folder, name))
  );
}

const inBrowser = join('simulator', 'page');

/** The expressions that stand in a file between slashes, and the places where it makes others. */
function inFile(root: string, path: string): { written: Expression[]; makes: string[] } {
  const text = readFileSync(path, 'utf8');
  const file = relative(root, path);
  const written: Expression[] = [];
  const makes: string[] = [];
  const examples: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isNode(node)) return;
    const line = text.slice(0, node.start).split('\n').length;
    const { type, regex, callee, key, value } = node;
    if (type === 'Literal' && regex) written.push({ file, line, source: regex.pattern, flags: regex.flags, examples });
    if (type === 'Property' && key?.name === 'say' && typeof value?.value === 'string') examples.push(value.value);
    if (type === 'NewExpression' && callee?.name === 'RegExp') makes.push(`${file}:${line}`);
    visit(Object.values(node));
  };
  visit(parseAst(text, { lang: path.endsWith('.ts') ? 'ts' : 'js' }));
  return { written, makes };
}

/** What is looked at of a node of the tree. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
  readonly key?: { readonly name?: string };
  readonly value?: { readonly value?: unknown };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** Runs of signs that the expression speaks of, by themselves and two by two, and of a few that many classes hold. */
function fillersOf(source: string, mostOwn = 24): string[] {
  const signs = [...source.replaceAll(/\\[pPku]\{[^}]*\}|\\u[0-9a-f]{4}|\(\?<\w+>|\\[a-zA-Z]/giu, '')].filter(
    sign => !/[\\^$|?*+(){}[\]]/u.test(sign),
  );
  const own = [...new Set([...signs, ...(source.includes('\\n') ? ['\n'] : [])])].slice(0, mostOwn);
  const ones = [...new Set([...own, ...classes])];
  return [...ones, ...own.slice(0, 6).flatMap(sign => [`${sign}1`, `${sign}一`, `1${sign}a`])];
}

/** A sign that nothing expects; and so many that no slot takes them all, for one that does ends the search. */
const end = '\u0001';
const longEnd = end.repeat(300);

const classes = ['1', 'a', '一', ' ', '，', '(', ')'];

/** The time on the whole length; grown step by step, so that an expression that walks back is found before it stands still. */
function timeOf(
  expression: RegExp,
  { head = '', filler, end: last }: { head?: string; filler: string; end: string },
): number {
  let took = 0;
  for (const length of [100, 1000, 3000, long]) {
    took = leastOf(expression, `${head}${filler.repeat(length / filler.length)}${last}`);
    if (took > mostMs) return took;
  }
  return took;
}

/** The least of some times, for the first ones compile it; a run that is quick at once is not run again. */
function leastOf(expression: RegExp, text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 8 && least > mostMs / 2; turn += 1) {
    const before = process.cpuUsage();
    if (expression.global) text.replaceAll(expression, '');
    else expression.exec(text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
