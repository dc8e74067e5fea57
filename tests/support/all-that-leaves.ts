import { unzipSync } from 'fflate';
import { projectDossier } from '../../src/publish/notice/dossier.js';
import { exportPoll } from '../../src/publish/poll/export-poll.js';
import { sample } from '../../src/trial/sample-grid.js';
import { boardServed, unhurried } from './board.js';
import type { Neighbourhood, Person } from './neighbourhood.js';

/** The dossier of project 1 as text, file by file. */
export async function dossierOf1(grid: Neighbourhood): Promise<Map<string, string>> {
  const { zip } = await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    if (!project) throw new Error('there is no project 1');
    return projectDossier(unit, project, { now: grid.now, random: () => 0.5 });
  });
  const files = Object.entries(unzipSync(zip)).filter(([path]) => !path.startsWith('pictures/'));
  return new Map(files.map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
}

async function pages(grid: Neighbourhood): Promise<string[]> {
  const base = `${await boardServed(grid, { clockMs: unhurried() })}/board/${sample.code}`;
  const month = grid.now.toISOString().slice(0, 7);
  const paths = ['', '/1', '/1?big', '/1/roster', '/1/count', `/1/${month}.csv`, '/market', '/contest/1'];
  return Promise.all(paths.map(async path => `${path} ${await (await fetch(base + path)).text()}`));
}

/** Whom an onlooker has ask, and where: a neighbour, the office, the team, a leader of another building. */
export interface Asked {
  readonly askers: readonly Person[];
  readonly chats: readonly ('group' | 'single')[];
}

function everybodyAsked(grid: Neighbourhood): Asked {
  const offices = (['grid_secretary', 'supervisor', 'building_leader'] as const).map(role => grid.role(role));
  return { askers: [grid.resident(100), ...offices], chats: ['group', 'single'] };
}

/** All that leaves the record about project 1, without what is made by chance. */
export async function allThatLeaves(
  grid: Neighbourhood,
  { askers, chats }: Asked = everybodyAsked(grid),
): Promise<string[]> {
  const asks = ['1号投票情况', '1号还差多少', '1号', '1号收支', '1号谁没投', '1号方案', '1号认筹情况', '1号谁没交'];
  const heard: string[] = [];
  for (const asker of askers)
    for (const words of asks)
      for (const chat of chats) {
        heard.push(`${words}: ${await asker.says(words, { chat })}`);
        heard.push(JSON.stringify(asker.last.card ?? null));
      }
  const sheet = await grid.inUnit(unit => exportPoll(unit, 1, () => 0.5));
  const files = [...(await dossierOf1(grid))].map(([path, text]) => `${path}\n${text}`);
  return [...heard, ...(await grid.posts()), ...(await pages(grid)), JSON.stringify(sheet), ...files].map(plainly);
}

/** Words without digests, salts and codes, in an order that says nothing: the codes' own order is chance. */
function plainly(words: string): string {
  return (
    words
      // Secrets before digests: a run of hexadecimal signs may stand within a secret, and would leave the rest of it.
      .replaceAll(/(?<![\w-])[\w-]{43}(?![\w-])/g, '#')
      .replaceAll(/[0-9a-f]{8,64}/g, '#')
      .replaceAll(/[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/g, 'CODE')
      .replaceAll(/(?:mine|dossier)\/[\w-]+/g, 'LINK')
      // Who kept silent is numbered as they come; the program shuffles them first.
      .replaceAll(/"V\d{4}"/g, '"V"')
      .split(/\n|(?<=\}),|(?<=\[)(?=\{)|(?<=<\/tr>)/u)
      .map(line => line.trim().replaceAll(/<td>\d+\.<\/td>/g, ''))
      .toSorted()
      .join('\n')
  );
}
