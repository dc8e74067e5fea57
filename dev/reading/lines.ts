import { helpLine } from '../../src/publish/help-line.js';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Mark, readMarks } from '../../src/language/reading/marks.js';
import type { AnyIntent } from '../../src/talk/intent.js';

/** What somebody said, with what was meant. */
export interface Line {
  readonly writer: string;
  readonly role: string;
  readonly text: string;
  readonly intent: string;
  /** Null where the words of the slots were not marked. */
  readonly marks: readonly Mark[] | null;
}

/** These are measured and never learned from: a file of lines with values, and five writers who came last. */
const exams = ['dev.jsonl', 'w56.jsonl', 'w58.jsonl', 'w79.jsonl', 'w91.jsonl', 'w93.jsonl'];
const isExam = (path: string): boolean => exams.some(exam => path.endsWith(`/${exam}`));
const root = findRoot();

function findRoot(): string {
  const here = fileURLToPath(import.meta.url);
  return here.slice(0, here.lastIndexOf(here.includes('/dist/') ? '/dist/' : '/dev/'));
}

export const pathOf = (path: string): string => `${root}/${path}`;

const written = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '');

const linesIn = (path: string): string[] => written(`${root}/${path}`);

const filesIn = (folder: string): string[] =>
  readdirSync(`${root}/${folder}`)
    .toSorted()
    .map(name => `${folder}/${name}`);

/** The lines of the corpus, a file for each writer. */
export function corpusLines(): Line[] {
  return filesIn('src/language/corpus')
    .filter(path => path.endsWith('.jsonl') && !isExam(path))
    .flatMap(path => linesOf(`${root}/${path}`));
}

/** The marked lines of one file, such as that of a writer of whom nothing is learned yet. */
export function linesOf(file: string): Line[] {
  return written(file).map(line => {
    const { writer, role, marked, intent } = JSON.parse(line) as {
      writer: string;
      role: string;
      marked: string;
      intent: string;
    };
    return { writer, role, intent, ...readMarks(marked) };
  });
}

/** What is measured and never learned from, a file each; where slots are values and not marked, the deed alone is measured. */
export function heldBack(): { path: string; lines: Line[] }[] {
  return [...filesIn('src/language/corpus'), ...filesIn('tests/language/corpus')].filter(isExam).map(path => ({
    path,
    lines: path.startsWith('src/')
      ? linesOf(`${root}/${path}`)
      : linesIn(path).flatMap(line => annotatedLine(line, path)),
  }));
}

/** The older annotated lines and sayings of the tests: their slots are values, so they teach deeds only. */
export function olderLines(): Line[] {
  const annotated = filesIn('tests/language/corpus')
    .filter(path => !isExam(path))
    .flatMap(path => linesIn(path).flatMap(line => annotatedLine(line, path)));
  const sayings = [...filesIn('tests/language/sayings'), 'dev/reading/wishes.txt'].flatMap(path => {
    let intent = '';
    return linesIn(path).flatMap(text => {
      if (text.startsWith('# ')) intent = text.slice(2).trim();
      return /^(?:# |\/\/)/u.test(text) ? [] : [{ writer: path, role: '', text, intent, marks: null }];
    });
  });
  return [...annotated, ...sayings];
}

function annotatedLine(line: string, writer: string): Line[] {
  if (line.startsWith('{')) {
    const { text, intent } = JSON.parse(line) as { text: string; intent: string };
    return [{ writer, role: '', text, intent, marks: null }];
  }
  const found = /^(?!\/\/)(?<text>.*?) => (?<intent>\S+)/.exec(line)?.groups;
  return found ? [{ writer, role: '', text: found['text'] ?? '', intent: found['intent'] ?? '', marks: null }] : [];
}

/** What the definitions themselves offer: phrases, and the examples of the help. */
export function offeredLines(intents: ReadonlyMap<string, AnyIntent>): Line[] {
  return [...intents].flatMap(([intent, { phrases, help }]) =>
    [
      ...phrases,
      ...[...(help ? helpLine(help) : '').matchAll(/“(?<example>[^”]+)”/gu)].map(
        ({ groups }) => groups?.['example'] ?? '',
      ),
    ].map(text => ({
      writer: 'help',
      role: '',
      text,
      intent,
      marks: null,
    })),
  );
}
