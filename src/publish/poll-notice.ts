import { momentWords } from '../domain/calendar.js';
import { plain } from '../domain/plain-text.js';
import { type Tally, type Track, percent, tracks } from '../domain/tally.js';
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
    `规则：${tracks[poll.track as Track]}。`,
    `投票：${how}。`,
    `截止：${momentWords(poll.closesAt, now)}，之前可以改。要投票卡请@我发送“${poll.no}号投票情况”；不会操作可找楼长。`,
  ].join('\n');
}

/** The words that vote in this poll: “12号同意”“12号反对”或“12号弃权”, or one of the options. */
function howToVote({ no, options }: Poll): string {
  return options ? `“${no}号选${plain(options[0] ?? '', 20)}”` : `“${no}号同意”“${no}号反对”或“${no}号弃权”`;
}

/** The reminder a day before the end: how many households are missing, never which. */
export function reminderNotice(poll: Poll, { voted, silent }: Tally, now: Date): string {
  return `**【表决提醒】${poll.no}号** ${plain(poll.question)}\n已有${voted}户投票，还差${silent}户。${momentWords(poll.closesAt, now)}截止，还没投的请发送${howToVote(poll)}${poll.options ? '这样的话' : ''}。`;
}

/** The result: both numbers as fractions and truncated percentages, the rule, what follows (domain.md 18.3). */
export function resultNotice(poll: Poll, project: Project | null, result: Tally): string {
  const { households, voted, silent, counts, quorum, passed } = result;
  const agree = counts['agree'] ?? 0;
  const split = poll.options ?? ['agree', 'disagree', 'abstain'];
  const lines = [
    `**【结果公告】${poll.no}号** ${plain(poll.question)}`,
    `参与：${voted}/${households}户（${percent(voted, households)}）${passed === null ? '' : `，${quorum ? '达到' : '未达到'}过半数`}；未投${silent}户。`,
    // Below five voters nothing is broken down (domain.md 13.4).
    voted < 5
      ? '投票不足五户，不公布分项。'
      : split.map(choice => `${plain(sayChoice(choice), 20)}${counts[choice] ?? 0}户`).join('，'),
  ];
  if (passed !== null) {
    lines.push(
      `同意：${voted < 5 ? '' : `${agree}/${voted}户（${percent(agree, voted)}），`}结论：**${passed ? '通过' : '未通过'}**。`,
    );
    lines.push(`规则：${tracks[poll.track as Track]}（${poll.ruleVersion}）。对结果有异议，请7天内找社区或网格书记。`);
  } else {
    lines.push(`${tracks.advisory}。`);
  }
  if (passed && project?.state === 'pledging') {
    lines.push(`下一步认筹：发送“${project.no}号我出200元”。自愿参与，付款前可撤回；不公布未参与名单。`);
  }
  return lines.join('\n');
}
