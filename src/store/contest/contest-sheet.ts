import type { Figure } from '../../domain/contest/contest.js';
import { type ContestFile, contestFile } from '../../domain/contest/contest-file.js';
import { contestRulesAt } from '../../domain/contest/contest-rules.js';
import type { Contest } from './contest.js';
import type { ContestMark } from './contest-mark.js';
import type { Unit } from '../engine/unit.js';

/** The file of a contest from the figures that were handed in last, and from all that was said of candidates since. */
export async function fileOf(unit: Unit, contest: Contest): Promise<ContestFile> {
  const rules = contestRulesAt(contest.openedAt);
  const said = saidOf(await unit.contests.marks(contest.edition));
  const codes = new Map((await unit.contests.grids()).map(({ id, code }) => [id, code]));
  const candidates = (await unit.contests.candidates(contest)).filter(({ id }) => !said.declined.has(id));
  return contestFile({
    edition: contest.edition,
    from: contest.fromDay,
    until: contest.untilDay,
    version: contest.version,
    quotas: contest.quotas,
    most: rules.quotas,
    judgesMost: [...rules.judgesMost],
    criteria: {
      grid: [...rules.criteria.grid],
      grid_member: [...rules.criteria.grid_member],
      leader: [...rules.criteria.leader],
    },
    bands: [...rules.bands],
    candidates: candidates.map(({ id, gridId, list, households, figures, ratings, punctual, missingVouchers }) => {
      const grades = said.grades(id);
      const sum = grades.reduce((total, points) => total + points, 0);
      const innovation: Figure = [sum, rules.gradeMost * grades.length];
      const own = rules.criteria[list].some(({ by }) => by === 'judges') ? { ...figures, innovation } : figures;
      return {
        no: id,
        list,
        // A person stands in the file under the number alone.
        grid: list === 'grid' ? (codes.get(gridId) ?? null) : null,
        households,
        figures: Object.fromEntries(Object.entries(own).map(([name, [part, whole]]) => [name, [part, whole]])),
        ratings,
        punctual: [punctual[0], punctual[1]] as [number, number],
        votes: said.votes(id),
        vetoes: [...(missingVouchers > 0 ? ['missing_vouchers'] : []), ...said.vetoes(id)],
      };
    }),
  });
}

interface Said {
  readonly declined: ReadonlySet<number>;
  /** The newest points of each judge who has not stood aside. */
  grades(candidate: number): number[];
  votes(candidate: number): number;
  vetoes(candidate: number): string[];
}

function saidOf(marks: readonly ContestMark[]): Said {
  const aside = new Set(
    marks.flatMap(({ kind, candidate, byId }) => (kind === 'recusal' ? `${candidate} ${byId}` : [])),
  );
  const newest = (kind: 'grade' | 'vote', candidate: number): ContestMark[] => {
    const byJudge = new Map<number, ContestMark>();
    for (const mark of marks)
      if (mark.kind === kind && mark.candidate === candidate && !aside.has(`${candidate} ${mark.byId}`))
        byJudge.set(mark.byId, mark);
    return [...byJudge.values()];
  };
  return {
    declined: new Set(marks.flatMap(({ kind, candidate }) => (kind === 'decline' ? candidate : []))),
    grades: candidate => newest('grade', candidate).map(({ points }) => points ?? 0),
    votes: candidate => newest('vote', candidate).length,
    vetoes: candidate => {
      const standing = new Set<string>();
      for (const { kind, candidate: of, reason } of marks) {
        if (of !== candidate) continue;
        if (kind === 'veto') standing.add(reason ?? '');
        // What is settled is settled whole.
        if (kind === 'lift') standing.clear();
      }
      return [...standing].toSorted();
    },
  };
}
