import { dayWords, momentWords } from '../domain/calendar.js';
import { plain } from '../domain/plain-text.js';
import { type AreaTally, type Tally, percent, squareMetres } from '../domain/tally.js';
import { type Track, missingTo, trackRules } from '../domain/tracks.js';
import type { Poll } from '../store/entities/poll.js';
import type { Project } from '../store/entities/project.js';
import { sayChoice } from './poll-card.js';

/** Tells the group that a poll is open, and how to vote by a word (domain.md 18.2). */
export function openingNotice(poll: Poll, now: Date): string {
  const how = poll.options
    ? `发送选项就算投票，例如${howToVote(poll)}。可选：${poll.options.map(option => plain(option, 20)).join('、')}`
    : `发送${howToVote(poll)}；只有这一个表决时也可以回 1 同意、2 反对、3 弃权`;
  return [
    `**【表决通知】${poll.no}号** ${plain(poll.question)}`,
    `规则：${trackRules[poll.track as Track].said}。`,
    `投票：${how}。`,
    `截止：${momentWords(poll.closesAt, now)}，之前可以改。要投票卡请@我发送“${poll.no}号投票情况”；不会操作可找楼长。`,
  ].join('\n');
}

/** The words that vote in this poll: “12号同意”“12号反对”或“12号弃权”, or one of the options. */
function howToVote({ no, options }: Poll): string {
  return options ? `“${no}号选${plain(options[0] ?? '', 20)}”` : `“${no}号同意”“${no}号反对”或“${no}号弃权”`;
}

/** Who votes: 全网格118户，一户一票; 业主118人，按人数和面积各算一遍. */
export function electorateWords({ electorate, householdCount }: Poll): string {
  return electorate ? `业主${householdCount}人，人数和面积各算一遍` : `全网格${householdCount}户，一户一票`;
}

/** What is still missing until enough take part; empty once they do, and where nothing is decided. */
export function gapWords({ track }: Poll, { voted, households, area }: Tally): string {
  const { quorum } = trackRules[track as Track];
  if (quorum === null) return '';
  const heads = missingTo(voted, households, quorum);
  const centiM2 = area ? missingTo(area.took, area.whole, quorum) : 0;
  if (heads === 0 && centiM2 === 0) return '参加的已经够数。';
  const parts = [heads > 0 ? `${heads}${area ? '人' : '户'}` : '', centiM2 > 0 ? squareMetres(centiM2) : ''];
  return `要够数还差${parts.filter(Boolean).join('和')}。`;
}

/** The one extension of a poll that has no quorum yet. */
export function extensionNotice(poll: Poll, now: Date): string {
  const from = poll.extendedFrom ? `原定${momentWords(poll.extendedFrom, now)}截止，参加的还不够数，` : '';
  return `**【表决延期】${poll.no}号** ${plain(poll.question)}\n${from}延到**${momentWords(poll.closesAt, now)}**，只延这一次。投过的票都算数，还没投的请发送${howToVote(poll)}。`;
}

/** A decision has taken effect. */
export function effectiveNotice({ no, title, state }: Project): string {
  const next =
    state === 'pledging'
      ? `下一步认筹：发送“${no}号我出200元”。自愿参与，付款前可撤回；不公布未参与名单。`
      : '不用筹款，可以开工了。';
  return `**【决定生效】${no}号 ${plain(title, 60)}**\n结果公示期满，没有待答复的异议，方案通过。${next}`;
}

/** The reminder a day before the end: how many households are missing, never which. */
export function reminderNotice(poll: Poll, tally: Tally, now: Date): string {
  const { voted, silent, area } = tally;
  const unit = area ? '人' : '户';
  return `**【表决提醒】${poll.no}号** ${plain(poll.question)}\n已有${voted}${unit}投票，还差${silent}${unit}。${gapWords(poll, tally)}${momentWords(poll.closesAt, now)}截止，还没投的请发送${howToVote(poll)}${poll.options ? '这样的话' : ''}。`;
}

/** The result: both numbers as fractions and truncated percentages, the rule, what follows (domain.md 18.3). */
export function resultNotice(poll: Poll, project: Project | null, result: Tally): string {
  const { households, voted, silent, counts, quorum, passed, area } = result;
  const agree = counts['agree'] ?? 0;
  const split = poll.options ?? ['agree', 'disagree', 'abstain'];
  const unit = area ? '人' : '户';
  const isSplit = voted >= 5;
  const reached = passed === null ? '' : `，${quorum ? '达到' : '未达到'}${area ? '三分之二' : '过半数'}`;
  const lines = [
    `**【结果公告】${poll.no}号** ${plain(poll.question)}`,
    `参与：${voted}/${households}${unit}（${percent(voted, households)}）${areaShare(area, area?.took, area?.whole)}${reached}；未投${silent}${unit}。`,
    // Below five voters nothing is broken down (domain.md 13.4).
    isSplit
      ? split
          .map(choice => `${plain(sayChoice(choice), 20)}${counts[choice] ?? 0}${unit}${areaOf(area, choice)}`)
          .join('，')
      : `投票不足五${unit}，不公布分项。`,
  ];
  if (passed !== null) {
    const share = `${agree}/${voted}${unit}（${percent(agree, voted)}）${areaShare(area, area?.agree, area?.took)}，`;
    lines.push(`同意：${isSplit ? share : ''}结论：**${passed ? '通过' : '未通过'}**。`);
    lines.push(
      `规则：${trackRules[poll.track as Track].said}（${poll.ruleVersion}）。复核至${poll.reviewEndsAt ? lastDayWords(poll.reviewEndsAt) : '7天后'}，对结果有异议请发送“${poll.no}号异议：……”。`,
    );
  } else {
    lines.push(`${trackRules.advisory.said}。`);
  }
  if (passed && project?.state === 'result_published') lines.push('复核期满没有异议，决定生效，再开始认筹。');
  return lines.join('\n');
}

/** `，面积640.00/960.00㎡（66.66%）`, where area counts. */
function areaShare(area: AreaTally | undefined, part = 0, whole = 0): string {
  return area ? `，面积${squareMetres(part)}/${squareMetres(whole)}（${percent(part, whole)}）` : '';
}

function areaOf(area: AreaTally | undefined, choice: string): string {
  return area && (choice === 'agree' || choice === 'disagree' || choice === 'abstain')
    ? `、${squareMetres(area[choice])}`
    : '';
}

/** The day that a period until 24:00 ends on, with its weekday. */
export function lastDayWords(end: Date): string {
  return `${dayWords(new Date(end.getTime() - 1))}24:00`;
}
