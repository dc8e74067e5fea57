import { type Colour, colours } from './colour.js';
import { type Source, type Summary, sourceIds } from '../funds/ledger.js';
import { type ReportAges, agesTogether } from '../proposal/report-ages.js';
import { type Posted, wasInTime } from '../notice/owed-notices.js';

/** How long projects took for one of the four steps, and how many are in it now. */
interface StepFigures {
  /** Projects that have this step behind them, and the milliseconds they spent in it, added up. */
  readonly finished: number;
  readonly totalMs: number;
  /** Projects that are in it now, and how long the longest of them has been in its present state. */
  readonly waiting: number;
  readonly longestMs: number;
}

/** What a county wants to know of a grid, or of many grids together: counts and sums only, nothing of any person. */
export interface Figures {
  readonly grids: number;
  /** Grids that have a project in hand. */
  readonly covered: number;
  readonly households: number;
  readonly projects: number;
  readonly accepted: number;
  /** Of the grids' key projects, how many have which colour. */
  readonly colours: Readonly<Record<Colour, number>>;
  /** Over all closed polls that decide something: how many could vote, and how many did. */
  readonly could: number;
  readonly voted: number;
  readonly pledgedFen: number;
  readonly receivedBySource: Readonly<Partial<Record<Source, number>>>;
  readonly spentFen: number;
  /** The four steps in order. */
  readonly steps: readonly StepFigures[];
  /** Notices that had to be posted, and those that were in time. */
  readonly due: number;
  readonly onTime: number;
  /** Rewards handed out for credit points, and the points they cost. */
  readonly redemptions: number;
  readonly points: number;
  /** Benefits that are offered, and the households that enjoy one, by the level it asks for; a grid's count below five is left out. */
  readonly benefits: number;
  readonly enjoying: Readonly<Record<string, number>>;
  /** Open reports by their kind. */
  readonly reports: Readonly<Record<string, ReportAges>>;
}

const noStep: StepFigures = { finished: 0, totalMs: 0, waiting: 0, longestMs: 0 };

export const noFigures: Figures = {
  grids: 0,
  covered: 0,
  households: 0,
  projects: 0,
  accepted: 0,
  colours: Object.fromEntries(Object.keys(colours).map(colour => [colour, 0])) as Record<Colour, number>,
  could: 0,
  voted: 0,
  pledgedFen: 0,
  receivedBySource: {},
  spentFen: 0,
  steps: [noStep, noStep, noStep, noStep],
  due: 0,
  onTime: 0,
  redemptions: 0,
  points: 0,
  benefits: 0,
  enjoying: {},
  reports: {},
};

/** The figures of several grids as one. */
export function together(all: readonly Figures[]): Figures {
  return all.reduce(
    (sum, one) => ({
      grids: sum.grids + one.grids,
      covered: sum.covered + one.covered,
      households: sum.households + one.households,
      projects: sum.projects + one.projects,
      accepted: sum.accepted + one.accepted,
      colours: Object.fromEntries(
        (Object.keys(colours) as Colour[]).map(colour => [colour, sum.colours[colour] + one.colours[colour]]),
      ) as Record<Colour, number>,
      could: sum.could + one.could,
      voted: sum.voted + one.voted,
      pledgedFen: sum.pledgedFen + one.pledgedFen,
      receivedBySource: bySource([sum.receivedBySource, one.receivedBySource]),
      spentFen: sum.spentFen + one.spentFen,
      steps: sum.steps.map((step, index) => stepsTogether(step, one.steps[index] ?? noStep)),
      due: sum.due + one.due,
      onTime: sum.onTime + one.onTime,
      redemptions: sum.redemptions + one.redemptions,
      points: sum.points + one.points,
      benefits: sum.benefits + one.benefits,
      enjoying: countsTogether(sum.enjoying, one.enjoying),
      reports: agesTogether([sum.reports, one.reports]),
    }),
    noFigures,
  );
}

function countsTogether(a: Figures['enjoying'], b: Figures['enjoying']): Record<string, number> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map(name => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
}

function stepsTogether(a: StepFigures, b: StepFigures): StepFigures {
  return {
    finished: a.finished + b.finished,
    totalMs: a.totalMs + b.totalMs,
    waiting: a.waiting + b.waiting,
    longestMs: Math.max(a.longestMs, b.longestMs),
  };
}

/** Money by where it came from, over several summaries; a source without money is absent. */
export function bySource(all: readonly Summary['receivedBySource'][]): Partial<Record<Source, number>> {
  const sums = sourceIds.map(source => [source, all.reduce((sum, one) => sum + (one[source] ?? 0), 0)] as const);
  return Object.fromEntries(sums.filter(([, fen]) => fen > 0));
}

/** When a project passed from one step to the next; null where it has not yet. */
export interface Passage {
  readonly openedAt: Date;
  /** Selected as a topic, plan approved, works complete, accepted. */
  readonly passedAt: readonly (Date | null)[];
  /** The step that it is in now, 1 to 4, since when it is in its present state; null once it is over. */
  readonly now: { readonly step: number; readonly since: Date } | null;
}

/** How long each of the four steps took, over many projects; a step whose begin or end is not known is not counted. */
export function stepFigures(passages: readonly Passage[], now: Date): StepFigures[] {
  return [0, 1, 2, 3].map(index => {
    const took = passages.flatMap(({ openedAt, passedAt }) => {
      const [begin, end] = [index === 0 ? openedAt : passedAt[index - 1], passedAt[index]];
      return begin && end && end >= begin ? [end.getTime() - begin.getTime()] : [];
    });
    const waits = passages.flatMap(passage =>
      passage.now?.step === index + 1 ? [Math.max(0, now.getTime() - passage.now.since.getTime())] : [],
    );
    return {
      finished: took.length,
      totalMs: took.reduce((sum, ms) => sum + ms, 0),
      waiting: waits.length,
      longestMs: Math.max(0, ...waits),
    };
  });
}

/** The step, 1 to 4, that takes longest on average; null while none is finished anywhere. */
export function slowestStep(steps: readonly StepFigures[]): number | null {
  const means = steps.map(({ finished, totalMs }) => (finished === 0 ? -1 : totalMs / finished));
  const longest = Math.max(...means);
  return longest < 0 ? null : means.indexOf(longest) + 1;
}

/**
 * How punctual a grid discloses, by the one rule that the contest goes by, too: the sheets that hung in time, of those that
 * had to hang by now. A repeated notice that is overdue now counts as due and not in time.
 */
export function punctuality(
  notices: readonly Pick<Posted, 'kind' | 'occasion' | 'at' | 'boardAt'>[],
  { overdue, boardSince, now }: { readonly overdue: number; readonly boardSince: Date | null; readonly now: Date },
): { due: number; onTime: number } {
  const judged = notices.flatMap(notice => wasInTime(notice, boardSince, now) ?? []);
  return { due: judged.length + overdue, onTime: judged.filter(isInTime => isInTime).length };
}

/** A part of a whole in percent with one decimal, rounded half up in whole numbers: `66.7%`. */
export function percentWords(part: number, whole: number): string {
  const tenths = Math.floor((part * 2000 + whole) / (whole * 2));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
