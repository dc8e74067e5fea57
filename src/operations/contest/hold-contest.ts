import type { ContestFile } from '../../domain/contest/contest-file.js';
import { type ContestList, contestRulesAt, ensureQuotas, listNames } from '../../domain/contest/contest-rules.js';
import { workdaysEnd } from '../../domain/periods.js';
import { Refusal } from '../../domain/refusal.js';
import { fileOf } from '../../store/contest/contest-sheet.js';
import type { Contest, ContestState } from '../../store/contest/contest.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';
import { periodOf } from './contest-figures.js';

interface Deed {
  readonly member: MemberView;
  readonly edition: number;
}

export const contestStates: Readonly<Record<ContestState, string>> = {
  opened: '已开始',
  scoring: '正在计分',
  scored: '已计分，待公示',
  publicity: '公示中',
  final: '已定稿',
};

export const everyState = Object.keys(contestStates) as ContestState[];

/** The county opens an edition over a period. It may give fewer places than the rules allow, never more. */
export async function openContest(
  unit: Unit,
  {
    member,
    edition,
    fromDay,
    untilDay,
    places,
  }: Deed & {
    readonly fromDay: string | null;
    readonly untilDay: string | null;
    readonly places: Readonly<Partial<Record<ContestList, number>>>;
  },
): Promise<Contest> {
  const [newest] = await unit.contests.all();
  const next = (newest?.edition ?? 0) + 1;
  if (edition !== next) throw new Refusal('contest.exists', { edition, next });
  if (fromDay === null || untilDay === null || fromDay > untilDay) throw new Refusal('contest.period', {});
  const rules = contestRulesAt(unit.now);
  const quotas = { ...rules.quotas, ...places };
  ensureQuotas(quotas, rules.quotas);
  const contest = await unit.contests.keep({
    edition,
    fromDay,
    untilDay,
    quotas,
    version: rules.version,
    state: 'opened',
    run: 0,
    openedById: member.id,
    openedAt: unit.now,
  });
  unit.journal.add('contest.open', { facts: { edition, quotas } });
  return contest;
}

/** Asks every grid for its figures, once the period is over. Lists that were on display are taken down. */
export async function scoreContest(unit: Unit, { edition }: Deed): Promise<Contest> {
  const contest = await ownContest(unit, edition, ['opened', 'scored', 'publicity']);
  if (unit.now < periodOf(contest).until) throw new Refusal('contest.notOver', { edition, untilDay: contest.untilDay });
  await takeAnew(unit, contest);
  const facts = { edition, run: contest.run };
  unit.journal.add('contest.score', { facts });
  return contest;
}

/** The next taking of the figures; what was on display is not any more. */
export async function takeAnew(unit: Unit, contest: Contest): Promise<void> {
  const fresh = { scoredAt: null, publishedAt: null, objectionsUntil: null, digest: null };
  await unit.contests.keep(Object.assign(contest, fresh, { state: 'scoring' as const, run: contest.run + 1 }));
  await unit.posts.withdraw(topics.contest(contest));
}

/** Puts the lists on display for objections, five workdays by the rules; their digest is kept. */
export async function publishContest(unit: Unit, { edition }: Deed): Promise<{ contest: Contest; file: ContestFile }> {
  const contest = await ownContest(unit, edition, ['scored']);
  const file = await fileOf(unit, contest);
  const objectionsUntil = workdaysEnd(unit.now, contestRulesAt(contest.openedAt).publicityWorkdays);
  const shown = { state: 'publicity' as const, publishedAt: unit.now, objectionsUntil, digest: file.digest };
  await unit.contests.keep(Object.assign(contest, shown));
  await unit.posts.withdraw(topics.contest(contest));
  const facts = { edition, run: contest.run, digest: file.digest };
  unit.journal.add('contest.publish', { facts });
  return { contest, file };
}

/** People decide: the lists become final when the days are over, every objection is answered and nothing has changed. */
export async function finishContest(unit: Unit, { edition }: Deed): Promise<{ contest: Contest; file: ContestFile }> {
  const contest = await ownContest(unit, edition, ['publicity']);
  const until = contest.objectionsUntil;
  if (until && unit.now < until) throw new Refusal('contest.objections', { edition, open: [], until });
  const open = await openObjections(unit, edition);
  if (open.length > 0) throw new Refusal('contest.objections', { edition, open, until: null });
  const file = await fileOf(unit, contest);
  if (file.digest !== contest.digest) throw new Refusal('contest.changed', { edition });
  await unit.contests.keep(Object.assign(contest, { state: 'final' as const, finalAt: unit.now }));
  await unit.posts.withdraw(topics.contest(contest));
  const listed = Object.fromEntries(listNames.map(list => [list, file.lists[list].length]));
  const facts = { edition, digest: file.digest, listed };
  unit.journal.add('contest.final', { facts });
  return { contest, file };
}

/** The numbers of the objections that nobody has answered. */
export async function openObjections(unit: Unit, edition: number): Promise<number[]> {
  const answered = new Set((await unit.contests.answers(edition)).map(({ objection }) => objection));
  return (await unit.contests.objections(edition)).flatMap(({ id }) => (answered.has(id) ? [] : id));
}

const nextSteps: Readonly<Record<ContestState, (edition: number) => string>> = {
  opened: edition => `请先发送“擂台赛第${edition}届计分”。`,
  scoring: () => '各网格正在交数，通常几分钟，夜里要到早上8点；算好会私下告诉您。',
  scored: edition => `请先发送“擂台赛第${edition}届公示”。`,
  publicity: edition => `期满后请发送“擂台赛第${edition}届定稿”。`,
  final: () => '定稿的名单不再改动。',
};

/** The edition, in one of these states, where it stands in this grid's record. */
export async function ownContest(unit: Unit, edition: number, states: readonly ContestState[]): Promise<Contest> {
  const contest = await contestIn(unit, edition, states);
  if (contest.gridId !== unit.grid.id) {
    const grid = (await unit.contests.grids()).find(({ id }) => id === contest.gridId);
    throw new Refusal('contest.elsewhere', { edition, grid: grid?.name ?? '' });
  }
  return contest;
}

/** The edition in one of these states, wherever it was opened; the newest one without a number. */
export async function contestIn(
  unit: Unit,
  edition: number | undefined,
  states: readonly ContestState[],
): Promise<Contest> {
  const contest = edition === undefined ? (await unit.contests.all())[0] : await unit.contests.byEdition(edition);
  if (!contest) throw new Refusal('contest.unknown', { edition: edition ?? 0 });
  if (!states.includes(contest.state)) {
    const [state, next] = [contestStates[contest.state], nextSteps[contest.state](contest.edition)];
    throw new Refusal('contest.state', { edition: contest.edition, state, next });
  }
  return contest;
}
