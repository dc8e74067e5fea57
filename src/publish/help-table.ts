import { holdersOf } from '../domain/permissions.js';
import { helpEntries, subjects } from './help-topics.js';

const head = ['| 办什么 | 怎么说 | 谁能办 | 还要知道 |', '|---|---|---|---|'];

/** Every deed that has a sentence of its own, by subject, as the manual lists it: title, sentence, who may, what else. */
export function helpTable(intents: Parameters<typeof helpEntries>[0]): string {
  const entries = helpEntries(intents);
  return subjects
    .flatMap(subject => [
      `### ${subject}`,
      '',
      ...head,
      ...entries
        .filter(({ definition }) => definition.group === subject)
        .map(({ title, say, more, definition }) =>
          [title, `**${say}**`, holdersOf(definition.permission).join('、') || '任何人', more].map(inCell).join(' | '),
        )
        .map(row => `| ${row} |`),
      '',
    ])
    .join('\n');
}

function inCell(words: string): string {
  return words.replaceAll('|', '／').replaceAll('\n', ' ');
}

const [begins, ends] = ['<!-- 下面的表由 npm run lists 从程序里写出，不要手改 -->', '<!-- 表到这里为止 -->'];

/** A document with the table between its marks written anew. */
export function withHelpTable(document: string, table: string): string {
  const from = document.indexOf(begins);
  const to = document.indexOf(ends);
  if (from < 0 || to < from) throw new Error('the marks of the table are missing');
  return `${document.slice(0, from)}${begins}\n\n${table}\n${document.slice(to)}`;
}
