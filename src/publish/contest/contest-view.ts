import { type Standing, standingsOf } from '../../domain/contest/contest.js';
import type { ContestFile } from '../../domain/contest/contest-file.js';
import { type ContestList, listNames } from '../../domain/contest/contest-rules.js';
import { maskName } from '../../domain/masking.js';
import { fileOf } from '../../store/contest/contest-sheet.js';
import type { Contest } from '../../store/contest/contest.js';
import type { Unit } from '../../store/engine/unit.js';

/** A candidate as residents may see it. */
export interface Shown {
  readonly standing: Standing;
  readonly gridId: number;
  readonly grid: string;
  readonly community: string;
  /** A grid's name, a person's whole name by consent, else the masked one. */
  readonly name: string;
  /** False for a person who has not agreed to be named: then neither score nor figures are shown. */
  readonly isNamed: boolean;
}

export interface ContestView {
  readonly contest: Contest;
  readonly file: ContestFile;
  /** Every candidate, best first. */
  readonly all: Readonly<Record<ContestList, readonly Shown[]>>;
  /** Who is on the lists: grids best first, people by community and grid, in no order of merit. */
  readonly listed: Readonly<Record<ContestList, readonly Shown[]>>;
}

/** A contest as it may be shown, from its newest figures. */
export async function contestView(unit: Unit, contest: Contest): Promise<ContestView> {
  const file = await fileOf(unit, contest);
  const rows = await unit.contests.candidates(contest);
  const grids = new Map((await unit.contests.grids()).map(grid => [grid.id, grid]));
  const ids = rows.flatMap(({ memberId }) => memberId ?? []);
  const members = new Map((await unit.contests.members(ids)).map(member => [member.id, member]));
  const consents = new Map<number, boolean>();
  for (const { kind, candidate } of await unit.contests.marks(contest.edition))
    if (kind === 'named' || kind === 'unnamed') consents.set(candidate, kind === 'named');
  const byNo = new Map(rows.map(row => [row.id, row]));

  const shown = (standing: Standing): Shown => {
    const row = byNo.get(standing.no);
    const grid = grids.get(row?.gridId ?? 0);
    const place = { gridId: grid?.id ?? 0, grid: grid?.name ?? '', community: grid?.community ?? '' };
    const member = row?.memberId == null ? null : members.get(row.memberId);
    if (member === null) return { standing, ...place, name: place.grid, isNamed: true };
    const isNamed = member !== undefined && member.erasedAt === null && consents.get(standing.no) === true;
    const name = member === undefined || member.erasedAt ? '＊' : isNamed ? member.name : maskName(member.name);
    return { standing, ...place, name, isNamed };
  };
  const standings = standingsOf(file);
  const all = Object.fromEntries(listNames.map(list => [list, standings[list].map(shown)])) as Record<
    ContestList,
    Shown[]
  >;
  const onList = (list: ContestList): Shown[] => all[list].filter(({ standing }) => standing.outcome === 'listed');
  return {
    contest,
    file,
    all,
    listed: {
      grid: onList('grid'),
      grid_member: onList('grid_member').toSorted(byPlace),
      leader: onList('leader').toSorted(byPlace),
    },
  };
}

/** Neither by merit nor by anything that tells it. */
function byPlace(a: Shown, b: Shown): number {
  return compare(a.community, b.community) || a.gridId - b.gridId || a.standing.no - b.standing.no;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What may leave the record by the public page: the grids with all their figures. People are not in it. */
export function publicFile(file: ContestFile): Omit<ContestFile, 'lists' | 'digest' | 'format'> {
  const { lists: _lists, digest: _digest, format: _format, ...open } = file;
  return { ...open, candidates: file.candidates.filter(({ list }) => list === 'grid') };
}
