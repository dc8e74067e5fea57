import { dayWords, lastDayWords } from '../../domain/calendar.js';
import { type ContestList, contestLists, listNames } from '../../domain/contest/contest-rules.js';
import { bandWords, lineWords, pointsWords, quotaWords, vetoWords } from '../../domain/contest/contest-words.js';
import { plain } from '../../domain/plain-text.js';
import type { Contest } from '../../store/contest/contest.js';
import type { ContestAnswer } from '../../store/contest/contest-answer.js';
import type { ContestObjection } from '../../store/contest/contest-objection.js';
import type { Unit } from '../../store/engine/unit.js';
import { contestView, type ContestView, type Shown } from './contest-view.js';
import { fill } from '../templates.js';

/** What a grid's group is told of the lists: all grids, how many people, and who of this grid, masked without consent. */
export async function contestNotice(unit: Unit, contest: Contest, boardUrl: string, now: Date): Promise<string> {
  const { listed, file } = await contestView(unit, contest);
  const values = {
    届: contest.edition,
    红旗网格: listed.grid.map(({ name }) => plain(name, 20)).join('、') || '没有',
    网格员: listed.grid_member.length,
    楼长: listed.leader.length,
    本网格: ownWords(listed, unit.grid.id),
    链接: `${boardUrl}/contest/${contest.edition}`,
    校验码: file.digest.slice(0, 16),
  };
  if (contest.state === 'final') return fill('擂台赛名单', values);
  const 截止 = contest.objectionsUntil && lastDayWords(contest.objectionsUntil, now);
  return fill('擂台赛公示', { ...values, 截止 });
}

function ownWords(listed: ContestView['listed'], gridId: number): string | null {
  const parts = listNames.flatMap(list => {
    const own = listed[list].filter(shown => shown.gridId === gridId);
    if (own.length === 0) return [];
    if (list === 'grid') return [contestLists[list]];
    return [`${contestLists[list]} ${own.map(({ name }) => plain(name, 20)).join('、')}`];
  });
  return parts.length === 0 ? null : parts.join('；');
}

/** What the organiser is told in private once the figures are complete, and whenever they ask. */
export async function contestDraft(unit: Unit, contest: Contest): Promise<string> {
  const view = await contestView(unit, contest);
  const grids = view.listed.grid.map(
    ({ standing, name }, index) =>
      `${index + 1}. 候选${standing.no}号 ${plain(name, 20)} ${pointsWords(standing.centi)}`,
  );
  const counts = listNames.map(list => `${contestLists[list]}${view.listed[list].length}/${contest.quotas[list]}`);
  return [
    `**第${contest.edition}届擂台赛**（第${contest.run}次计分）${counts.join('，')}`,
    ...grids,
    ...listNames.flatMap(list => outside(view, list)),
    `名额：${quotaWords(contest.quotas)}。`,
  ].join('\n');
}

/** Who stands level for the last places, and whom a red line keeps off. */
function outside({ all, file }: ContestView, list: ContestList): string[] {
  const of = (outcome: 'tied' | 'vetoed'): readonly Shown[] =>
    all[list].filter(({ standing }) => standing.outcome === outcome);
  const lines: string[] = [];
  const tied = of('tied');
  if (tied.length > 0)
    lines.push(
      `${contestLists[list]}有${tied.length}位并列争最后名额：${tied.slice(0, 30).map(numbered).join('、')}。请评委发送“擂台赛投票${tied[0]?.standing.no ?? ''}号”，分不出就空缺。`,
    );
  for (const shown of of('vetoed')) {
    const vetoes = file.candidates.find(({ no }) => no === shown.standing.no)?.vetoes ?? [];
    lines.push(`否决：${numbered(shown)}（${vetoes.map(vetoWords).join('、')}）`);
  }
  return lines;
}

function numbered({ standing, name }: Shown): string {
  return `${standing.no}号${plain(name, 20)}`;
}

const outcomes = {
  listed: '在名单上',
  tied: '并列争最后的名额',
  vetoed: '有红线没有整改，不上名单',
  below: '不在名单上',
} as const;

/** A candidate's own score, for their own eyes, line by line. */
export async function ownScore(unit: Unit, contest: Contest, memberId: number): Promise<string> {
  const view = await contestView(unit, contest);
  const own = (await unit.contests.own(contest.edition)).find(row => row.memberId === memberId);
  const shown = own && [...view.all.grid_member, ...view.all.leader].find(({ standing }) => standing.no === own.id);
  if (!shown) return `第${contest.edition}届擂台赛里还没有您的得分，或者您没有参评。计分以后再来看。`;
  const { no, centi, band, lines, outcome } = shown.standing;
  const isDecided = contest.state === 'publicity' || contest.state === 'final';
  return [
    `第${contest.edition}届擂台赛，您是候选${no}号：${pointsWords(centi)}（${bandWords(band, view.file.bands)}一档）${isDecided ? `，${outcomes[outcome]}` : ''}。`,
    ...lines.map(line => `- ${lineWords(line)}`),
    '名单上默认只写您的姓；愿意写全名的发送“擂台赛公布姓名”，不愿意参评的发送“擂台赛不参评”。',
  ].join('\n');
}

/** What the objector hears. */
export function answerWords({ objection, answer }: { objection: ContestObjection; answer: ContestAnswer }): string {
  const verdict = answer.upheld ? '成立，名单重新计分、重新公示' : '不成立';
  return `您的擂台赛异议${objection.id}：${verdict}。答复：${plain(answer.text, 500)}`;
}

/** What the organiser hears of new objections. */
export function objectionWords({ id, candidate, text, dueAt }: ContestObjection, now: Date): string {
  const last = dayWords(new Date(dueAt.getTime() - 1), now);
  return [
    '**擂台赛有新的异议**',
    `- 异议${id}（${candidate === null ? '对名单' : `候选${candidate}号`}，${last}前答复）：${plain(text, 300)}`,
    `请发送“答复擂台赛异议${id}不成立：……”或“……成立：……”。`,
  ].join('\n');
}
