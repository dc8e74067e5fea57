import { holdersOf, type Permission, permissions, roles, secretaries } from '../domain/permissions.js';
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

/** The same deeds by their names, as whoever scripts against them looks them up: name, sentence, who may. */
export function commandTable(intents: Parameters<typeof helpEntries>[0]): string {
  const rows = helpEntries(intents)
    .toSorted((a, b) => (a.intent < b.intent ? -1 : 1))
    .map(
      ({ intent, say, definition }) => `| \`${intent}\` | ${inCell(say)} | ${mayInEnglish(definition.permission)} |`,
    );
  return ['| deed | for example | who may |', '|---|---|---|', ...rows, ''].join('\n');
}

function mayInEnglish(permission: Permission): string {
  const holders: readonly string[] = permissions[permission];
  if (holders.includes('anyone')) return 'anyone';
  if (Object.keys(roles).every(role => holders.includes(role)))
    return holders.includes('resident') ? 'bound residents, any office' : 'any office';
  const together = { leaders: ['building_leader', 'entrance_leader'], secretaries };
  let said = holders.map(holder => (holder === 'resident' ? 'bound residents' : holder.replaceAll('_', ' ')));
  for (const [name, of] of Object.entries(together))
    if (of.every(role => holders.includes(role)))
      said = [...said.filter(holder => !of.some(role => role.replaceAll('_', ' ') === holder)), name];
  return said.join(', ');
}

const [begins, ends] = ['<!-- from here on by npm run lists -->', '<!-- to here -->'];

/** A document with the table between its marks written anew. */
export function withTable(document: string, table: string): string {
  const from = document.indexOf(begins);
  const to = document.indexOf(ends);
  if (from < 0 || to < from) throw new Error('the marks of the table are missing');
  return `${document.slice(0, from)}${begins}\n\n${table}\n${document.slice(to)}`;
}
