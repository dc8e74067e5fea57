import { dayWords } from '../domain/calendar.js';
import { type Source, type Summary, sources } from '../domain/funds/ledger.js';
import { yuan } from '../domain/money.js';
import { showsAreas } from '../domain/poll/shown-tally.js';
import { type Tally, squareMetres } from '../domain/poll/tally.js';
import { type Track, missingTo, trackRules } from '../domain/poll/tracks.js';
import type { Poll } from '../store/poll/poll.js';
import type { Project } from '../store/proposal/project.js';
import type { DueProgress } from '../store/works/due-progress.js';
import type { Milestone } from '../store/works/milestone.js';
import { plannedDay, standing } from './works/board-schedule.js';
import { type FundsSummary, paidFen } from './funds/funds-report.js';
import { paints, sharePaints } from './paints.js';
import { Paper } from './picture-paper.js';

/** So many projects fit on one picture; the words tell the others. */
const most = 4;

interface ProgressBlock extends Pick<DueProgress, 'project' | 'percent' | 'milestones' | 'verdict' | 'next'> {
  readonly funds: Summary;
}

/** The picture of the daily report: for each project a progress bar with its milestones, the colour's word, and a funds bar. */
export async function progressPicture(place: string, blocks: readonly ProgressBlock[], at: Date): Promise<Buffer> {
  const paper = new Paper().band(place, '进度公示');
  paper.words(dayWords(at), { size: 30, paint: paints.soft });
  for (const [index, { project, funds, percent, milestones, verdict, next }] of blocks.slice(0, most).entries()) {
    if (index > 0) paper.rule();
    const { colour, word } = verdict;
    paper.words(`${project.no}号 ${project.title}`, { size: 42, bold: true, lines: 2 });
    paper.pair(`完成${percent}%`, `● ${word}`, { size: 38, bold: true, paint: paints[colour] });
    paper.bar([{ value: percent, paint: paints.accent }], 100);
    for (const milestone of shownMilestones(milestones, at)) {
      const isDone = milestone.doneAt !== null && milestone.doneAt <= at;
      paper.pair(
        `${isDone ? '✓' : '○'} ${milestone.name}`,
        isDone ? standing(milestone, at) : `计划${dayWords(plannedDay(milestone))}`,
        { size: 28, paint: isDone ? paints.green : paints.soft },
      );
    }
    fundsBar(paper, project, funds);
    paper.words(`下一步：${next}`, { size: 30, lines: 2 });
  }
  return foot(paper, blocks.length).toPng();
}

/** The last one reached and those that come next: a picture is no table. */
function shownMilestones(milestones: readonly Milestone[], at: Date): readonly Milestone[] {
  const reached = milestones.filter(({ doneAt }) => doneAt !== null && doneAt <= at);
  return [...reached.slice(-2), ...milestones.filter(one => !reached.includes(one)).slice(0, 2)];
}

function fundsBar(paper: Paper, { budgetFen }: Project, funds: Summary): void {
  const whole = Math.max(budgetFen ?? 0, funds.receivedFen);
  if (whole === 0) return;
  paper
    .gap(10)
    .pair('实收', budgetFen ? `${yuan(funds.receivedFen)} / 预算${yuan(budgetFen)}` : yuan(funds.receivedFen), {
      size: 30,
    });
  paper.bar(
    [
      { value: funds.spentFen + funds.refundedFen + funds.passedFen, paint: sharePaints[0] },
      { value: funds.balanceFen, paint: sharePaints[1] },
    ],
    whole,
  );
  paper.pair(
    funds.passedFen > 0 ? '已付、已退和转出' : '已付和已退',
    yuan(funds.spentFen + funds.refundedFen + funds.passedFen),
    { size: 28, dot: sharePaints[0] },
  );
  paper.pair('还在账上', yuan(funds.balanceFen), { size: 28, dot: sharePaints[1] });
}

interface FundsBlock {
  readonly project: Project;
  readonly funds: FundsSummary;
  /** How many households promise, by building and entrance, while a round runs. */
  readonly places?: readonly (readonly [string, number])[];
}

/** The picture of the weekly funds report: where the money came from, and where it went. */
export async function fundsPicture(place: string, blocks: readonly FundsBlock[], at: Date): Promise<Buffer> {
  const paper = new Paper().band(place, '资金公示');
  paper.words(`截至${dayWords(at)}`, { size: 30, paint: paints.soft });
  for (const [index, { project, funds, places = [] }] of blocks.slice(0, most).entries()) {
    if (index > 0) paper.rule();
    paper.words(`${project.no}号 ${project.title}`, { size: 42, bold: true, lines: 2 });
    paper.pair('认筹（答应出的）', yuan(funds.pledgedFen));
    paper.pair('实收（真到账的）', yuan(funds.receivedFen), { bold: true });
    paper.pair('已退', yuan(funds.refundedFen));
    if (places.length > 0) paper.gap(14).words('各楼认筹的户数', { size: 32, bold: true });
    for (const [spot, count] of places) paper.pair(spot, `${count}户`, { size: 30 });
    share(
      paper,
      '钱从哪里来',
      Object.entries(funds.receivedBySource).map(([source, fen]) => [sources[source as Source], fen]),
    );
    share(paper, '钱到哪里去', outgoing(funds));
  }
  return foot(paper, blocks.length).toPng();
}

/** The largest payments by what they were for, then the rest, what was given back, and what is left. */
function outgoing({ expenses, refundedFen, passedFen, balanceFen }: FundsSummary): [string, number][] {
  const paid = expenses.map(entry => [`${entry.why}（凭证${entry.no}）`, paidFen(entry)] as [string, number]);
  const largest = paid.toSorted(([, a], [, b]) => b - a);
  const rest = largest.slice(3).reduce((sum, [, fen]) => sum + fen, 0);
  const more: [string, number][] = [
    [`其他${Math.max(0, largest.length - 3)}笔`, rest],
    ['退回', refundedFen],
    ['余款转出', passedFen],
    ['还在账上', balanceFen],
  ];
  return [...largest.slice(0, 3), ...more].filter(([, fen]) => fen > 0);
}

function share(paper: Paper, head: string, parts: readonly (readonly [string, number])[]): void {
  const whole = parts.reduce((sum, [, fen]) => sum + fen, 0);
  if (whole <= 0) return;
  paper.gap(14).words(head, { size: 32, bold: true });
  paper.bar(
    parts.map(([, value], index) => ({ value, paint: sharePaints[index % sharePaints.length] ?? paints.grey })),
    whole,
  );
  for (const [index, [name, fen]] of parts.entries())
    paper.pair(name, yuan(fen), { size: 30, dot: sharePaints[index % sharePaints.length] ?? paints.grey });
}

/** The picture of a poll: how far it is toward the quorum, by heads and, where area counts, by area; never how it stands. */
export async function pollPicture(place: string, poll: Poll, count: Tally, at: Date): Promise<Buffer> {
  const { quorum, pass, said } = trackRules[poll.track as Track];
  const word = count.area ? '人' : '户';
  const paper = new Paper().band(place, poll.closedAt ? '表决结果' : '正在表决');
  paper.words(`${poll.no}号 ${poll.question}`, { size: 42, bold: true, lines: 3 });
  const turnout = (name: string, part: number, whole: number, words: (value: number) => string): void => {
    const needed = quorum && missingTo(0, whole, quorum);
    paper.gap(8).pair(name, `${words(part)} / ${words(whole)}`, { bold: true });
    paper.bar([{ value: part, paint: paints.accent }], whole, needed);
    if (needed === null) return;
    paper.words(
      part >= needed ? `够数了（要${words(needed)}）` : `竖线是要够的数${words(needed)}，还差${words(needed - part)}`,
      {
        size: 28,
        paint: paints.soft,
      },
    );
  };
  turnout('参加', count.voted, count.households, value => `${value}${word}`);
  // While the poll is open no exact area is told: before and after one vote it would name the flat.
  if (count.area && poll.closedAt) turnout('参加的面积', count.area.took, count.area.whole, squareMetres);
  if (poll.closedAt && count.voted >= 5 && pass) {
    const agree = count.counts['agree'] ?? 0;
    const needed = missingTo(0, count.voted, pass);
    paper.gap(8).pair('其中同意', `${agree}${word} / ${count.voted}${word}`, { bold: true });
    paper.bar([{ value: agree, paint: paints.green }], count.voted, needed);
    if (count.area && showsAreas(count)) {
      paper.pair('同意的面积', `${squareMetres(count.area.agree)} / ${squareMetres(count.area.took)}`, { bold: true });
      paper.bar(
        [{ value: count.area.agree, paint: paints.green }],
        count.area.took,
        missingTo(0, count.area.took, pass),
      );
    }
    paper.words(`结论：${count.passed ? '通过' : '未通过'}`, { size: 40, bold: true });
  }
  paper.words(said, { size: 28, paint: paints.soft });
  if (!poll.closedAt)
    paper.words(`${dayWords(poll.closesAt, at)}截止。截止前不公布同意和反对。`, { size: 28, paint: paints.soft });
  return paper.toPng();
}

function foot(paper: Paper, count: number): Paper {
  paper.rule();
  const others = count > most ? `另有${count - most}个项目见文字。` : '';
  return paper.words(`${others}全部数字和凭证见公示栏；图上的数和文字里的一样。`, { size: 26, paint: paints.soft });
}
