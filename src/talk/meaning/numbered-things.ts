import { requestWords } from '../../domain/funds/spending.js';
import { categoryCalled } from '../../domain/proposal/categories.js';
import { reportPlace } from '../../domain/proposal/report.js';
import { outsideStanding } from '../../store/works/outside-standing.js';
import { unposted } from '../../store/notice/unposted.js';
import type { Household } from '../../store/people/household.js';
import type { Project } from '../../store/proposal/project.js';
import type { Report } from '../../store/proposal/report.js';
import type { Turn } from '../turn.js';

/** One of those that have a number of their own, as people speak of it. */
export interface Thing {
  readonly value: number | string;
  /** The number of its matter. */
  readonly no?: number;
  readonly words: string;
  /** Whose it is. */
  readonly names: readonly string[];
  readonly home?: Pick<Household, 'building' | 'unit' | 'room'> | null;
  readonly fen?: number;
}

export type Things = (turn: Turn, projects: readonly Project[]) => Promise<readonly Thing[]>;

/** What outside parties were asked, by who and what. */
export const outsideTasks: Things = async ({ unit }) =>
  (await outsideStanding(unit)).map(({ task: { no, party, what } }) => ({
    value: no,
    words: `${party} ${what}`,
    names: [party],
  }));

/** Papers of the polls in hand that wait for a second person. */
const ofPolls =
  (kind: 'ballots' | 'mandates'): Things =>
  async ({ unit }) => {
    const found: Thing[] = [];
    for (const poll of await unit.polls.open())
      for (const paper of await unit.papers[kind](poll.id)) {
        if (paper.state !== 'pending') continue;
        const home = await unit.members.household(paper.householdId);
        found.push({ value: paper.id, words: '', names: home?.owners ?? [], home });
      }
    return found;
  };
export const paperBallots = ofPolls('ballots');
export const mandates = ofPolls('mandates');

/** What was told and does not hang on the board yet. */
export const unpostedNotices: Things = async ({ unit }) =>
  (await unposted(unit)).map(({ notice, project }) => ({ value: notice.no, words: project.title, names: [] }));

/** Agreements of the market by who has the space; one that ended still brings its last share. */
const agreementsIn =
  (hasEnded: boolean): Things =>
  async ({ unit }) => {
    const spaces = await unit.market.spaces();
    return (await unit.market.agreements())
      .filter(({ endedAt }) => hasEnded || endedAt === null)
      .map(({ no, operator, spaceId }) => ({
        value: no,
        words: `${operator} ${spaces.find(({ id }) => id === spaceId)?.name ?? ''}`,
        names: [operator],
      }));
  };
export const agreements = agreementsIn(true);
export const openAgreements = agreementsIn(false);

export const benefits: Things = async ({ unit }) =>
  (await unit.credit.benefits.open()).map(({ no, what, provider }) => ({
    value: no,
    words: `${what} ${provider}`,
    names: [provider],
  }));

/** Payments whose picture is owed; of none, all that are open. */
export const unproven: Things = async ({ unit }, projects) => {
  const open = await unit.spending.open();
  const owed = open.filter(({ photo }) => photo === null);
  return (owed.length > 0 ? owed : open).map(one => ({
    value: one.no,
    no: projects.find(({ id }) => id === one.projectId)?.no,
    words: `${requestWords(one)} ${one.payee}`,
    names: [],
    fen: one.amountFen,
  }));
};

/** Reports by their kind, their place and the words of those who told them. */
export async function reportThings({ unit }: Turn, reports: readonly Report[]): Promise<Thing[]> {
  const found: Thing[] = [];
  for (const report of reports) {
    const told = (await unit.reports.voices(report.id)).map(({ words }) => words);
    const words = [categoryCalled(report.category).said, reportPlace(report), ...told].join(' ');
    found.push({ value: report.no, words, names: [] });
  }
  return found;
}

/** What was reported and still stands: who holds an office may see to any of it. */
export const standingReports: Things = async turn => reportThings(turn, await turn.unit.reports.standing());

/** What the speaker reported, and still stands. */
export const ownReports: Things = async turn => reportThings(turn, await turn.unit.reports.openOf(turn.member.userid));

/** What a dispatch meeting asked for: of the speaker, or done by somebody else. */
export const dispatched =
  (isDone: boolean): Things =>
  async ({ unit, member }) =>
    (await unit.actions.open()).flatMap(({ no, what, state, ownerId, doneById }) =>
      (isDone ? state === 'done' && doneById !== member.id : state === 'open' && ownerId === member.id)
        ? [{ value: no, words: what, names: [] }]
        : [],
    );
