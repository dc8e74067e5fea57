import { lastDayWords, momentWords } from '../../domain/calendar.js';
import { digestOf } from '../../domain/journal.js';
import { yuan } from '../../domain/money.js';
import { residentPartFen } from '../../domain/plan/funding-plan.js';
import { plain } from '../../domain/plain-text.js';
import { plainKinds, voteSayings } from '../../domain/poll/choices.js';
import { type AreaTally, type Tally, percent, squareMetres } from '../../domain/poll/tally.js';
import { leastVoters } from '../../domain/ballot/count-sheet.js';
import { type ShownPart, roughlyMissing, shownParts, showsAreas } from '../../domain/poll/shown-tally.js';
import { recordModes } from '../../domain/ballot/record-mode.js';
import { silences, silenceWords } from '../../domain/poll/silence-words.js';
import { scopeWords } from '../../domain/plan/scope.js';
import { type Share, type Track, missingTo, trackRules } from '../../domain/poll/tracks.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import { sayChoice } from './poll-card.js';
import { capWords, pledgeExample } from '../../domain/pledge/pledge-round.js';
import { fill } from '../templates.js';

/** Tells the group that a poll is open, and how to vote by a word (docs/domain.md 18.2). */
export function openingNotice(poll: Poll, now: Date): string {
  return fill('表决通知', {
    编号: poll.no,
    事项: plain(poll.question),
    规则: trackRules[poll.track as Track].said,
    名册: rosterWords(poll),
    未表决: warningWords(poll),
    投票: poll.options
      ? `发送选项就算投票，例如${howToVote(poll)}。可选：${poll.options.map(option => plain(option, 20)).join('、')}`
      : `发送${howToVote(poll)}；只有这一个表决时也可以回 1 同意、2 反对、3 弃权`,
    截止: momentWords(poll.closesAt, now),
  });
}

/** How large the frozen roster is, with the code that shows it was not changed since; masked it stands on the board. */
function rosterWords({ electorate }: Poll): string {
  if (!electorate) return '';
  const area = electorate.reduce((sum, { areaCentiM2 }) => sum + areaCentiM2, 0);
  const code = digestOf(electorate).slice(0, 8);
  return `业主${electorate.length}人，${squareMetres(area)}，已锁定（校验码${code}），打码的名册见公示栏。`;
}

/** What silence means, where adopted rules give it a meaning; and which ballots are of record (docs/domain.md 7.5, 7.7). */
function warningWords({ adopted, recordMode, track }: Poll): string {
  const parts: string[] = [];
  const silence = silenceWords({ adopted, track });
  if (adopted && silence !== '') parts.push(`依本小区议事规则“${plain(adopted.text, 120)}”，${silence}`);
  if (recordMode === 'paper_of_record') parts.push(`${recordModes.paper_of_record}。`);
  return parts.join('');
}

/** The words that vote in this poll: “12号同意”“12号反对”或“12号弃权”, or one of the options. */
function howToVote(poll: Poll): string {
  const [first, second, third] = voteSayings(poll);
  return poll.options ? `“${plain(first ?? '', 26)}”` : `“${first}”“${second}”或“${third}”`;
}

/** Who votes: 全网格118户，一户一票; 业主118人，按人数和面积各算一遍. */
export function electorateWords({ electorate, householdCount, scope }: Poll): string {
  return electorate
    ? `业主${householdCount}人，人数和面积各算一遍`
    : `${scopeWords(scope)}${householdCount}户，一户一票`;
}

/** What is still missing until enough take part, the area so roughly that no flat can be told; empty where nothing is decided. */
export function gapWords(poll: Poll, tally: Tally): string {
  const { quorum } = trackRules[poll.track as Track];
  if (quorum === null) return '';
  const { voted, households, area } = tally;
  const heads = missingTo(voted, households, quorum);
  const centiM2 = area ? missingTo(area.took, area.whole, quorum) : 0;
  if (heads === 0 && centiM2 === 0) return '参加的已经够数。';
  const missing = [
    heads > 0 ? `${heads}${area ? '人' : '户'}` : '',
    centiM2 > 0 ? `面积不到${roughlyMissing(centiM2) / 100}㎡` : '',
  ];
  return `要够数还差${missing.filter(Boolean).join('和')}。`;
}

/** The one extension of a poll that has no quorum yet. */
export function extensionNotice(poll: Poll, now: Date): string {
  return fill('表决延期', {
    编号: poll.no,
    事项: plain(poll.question),
    原定: poll.extendedFrom ? `原定${momentWords(poll.extendedFrom, now)}截止，参加的还不够数，` : '',
    截止: momentWords(poll.closesAt, now),
    投票: howToVote(poll),
  });
}

/** A decision has taken effect. */
export function effectiveNotice({ no, title, state, round, budgetFen }: Project, receivedFen: number): string {
  const fields = { 编号: no, 项目名: plain(title, 60) };
  if (state !== 'pledging') {
    const waits = (budgetFen ?? 0) - receivedFen;
    const how =
      waits > 0
        ? `不用居民认筹，${yuan(waits)}有依据、待到账：可以安排施工，到账后才能付款。`
        : '不用筹款，可以开工了。';
    return fill('决定生效开工', { ...fields, 怎么办: how });
  }
  return fill('决定生效认筹', { ...fields, 例子: pledgeExample(round), 上限: capWords(round) });
}

/** The reminder a day before the end: how many are still needed, never which. */
export function reminderNotice(poll: Poll, tally: Tally, now: Date): string {
  const { voted, area } = tally;
  const unit = area ? '人' : '户';
  return fill('表决提醒', {
    编号: poll.no,
    事项: plain(poll.question),
    已投: `${voted}${unit}`,
    还差: gapWords(poll, tally),
    截止: momentWords(poll.closesAt, now),
    投票: `${howToVote(poll)}${poll.options ? '这样的话' : ''}`,
  });
}

/** The result: both numbers as fractions and truncated percentages, the rule, what follows (docs/domain.md 18.3). */
export function resultNotice(poll: Poll, project: Project | null, result: Tally): string {
  const { households, voted, silent, quorum, passed, area } = result;
  const split = poll.options ?? plainKinds;
  const unit = area ? '人' : '户';
  const rule = trackRules[poll.track as Track];
  const reached = passed === null ? '' : `，${quorum ? '达到' : '未达到'}${shareWords(rule.quorum)}`;
  const review = poll.reviewEndsAt ? lastDayWords(poll.reviewEndsAt) : '7天后';
  return fill('结果公告', {
    编号: poll.no,
    事项: plain(poll.question),
    参与: `${voted}/${households}${unit}（${percent(voted, households)}）${areaShare(area, area?.took, area?.whole)}${reached}`,
    未投: `${silent}${unit}`,
    // Below five voters nothing is broken down (docs/domain.md 13.4).
    分项:
      voted >= leastVoters
        ? shownParts(result, split)
            .map(part => `${choicesWords(part)}${part.heads}${unit}${areaOf(part)}`)
            .join('，')
        : `投票不足五${unit}，不公布分项。`,
    计票: countWords(poll, result).join('\n'),
    同意: passed === null ? '' : agreeWords(poll, result),
    结论: passed === null ? null : passed ? '通过' : '未通过',
    规则: rule.said,
    复核至: passed === null ? null : review,
    说明: passed === null ? `${trackRules.advisory.said}。` : '',
    下一步:
      passed && project?.state === 'result_published'
        ? `复核期满没有异议，决定生效${residentPartFen(project) > 0 ? '，再开始认筹' : ''}。`
        : '',
  });
}

/** `60/71户（84.50%），达到过半数，`; empty below five voters. */
function agreeWords(poll: Poll, result: Tally): string {
  const { voted, counts, area } = result;
  if (voted < leastVoters) return '';
  const agree = counts['agree'] ?? 0;
  const { pass } = trackRules[poll.track as Track];
  const enough =
    pass !== null && missingTo(agree, voted, pass) === 0 && (!area || missingTo(area.agree, area.took, pass) === 0);
  const byArea = showsAreas(result) ? areaShare(area, area?.agree, area?.took) : '';
  return `同意：${agree}/${voted}${area ? '人' : '户'}（${percent(agree, voted)}）${byArea}，${enough ? '达到' : '未达到'}${shareWords(pass)}，`;
}

/** By which door the ballots came, what counted for nothing, and the tally with the silent ones where rules count them. */
export function countWords(
  poll: Poll,
  { channels, invalid = 0, unchecked = 0, withSilent, area, households, counts, voted, passed }: Tally,
): string[] {
  const isShown = showsAreas({ counts, area });
  const lines: string[] = [];
  if (channels && passed !== null)
    lines.push(
      `纸票${channels.paper}｜电子${channels.chat}｜委托${channels.proxy}｜无效${invalid}${unchecked > 0 ? `。到截止时待核对的纸票${unchecked}张没有计入` : ''}。`,
    );
  if (withSilent && area && voted >= leastVoters) {
    const agree = counts['agree'] ?? 0;
    lines.push(
      `不计未表决的：参与${voted}/${households}人，同意${agree}人；按议事规则计入已送达未表决的（${silences[withSilent.silence]}）：参与${withSilent.voted}/${households}人，同意${withSilent.agree}人（${percent(withSilent.agree, withSilent.voted)}）${isShown ? `、${squareMetres(withSilent.areaAgree)}/${squareMetres(withSilent.areaTook)}（${percent(withSilent.areaAgree, withSilent.areaTook)}）` : ''}。规则原文：“${plain(poll.adopted?.text ?? '', 120)}”。`,
    );
  }
  return lines;
}

/** Shares as they are said. */
const shares: Readonly<Record<string, string>> = {
  '1/1': '全部',
  '1/2': '过半数',
  '2/3': '三分之二',
  '3/4': '四分之三',
};

function shareWords(share: Share | null): string {
  return share ? (shares[`${share.part}/${share.of}`] ?? '') : '';
}

/** `，面积640.00/960.00㎡（66.66%）`, where area counts. */
function areaShare(area: AreaTally | undefined, part = 0, whole = 0): string {
  return area ? `，面积${squareMetres(part)}/${squareMetres(whole)}（${percent(part, whole)}）` : '';
}

/** `反对、弃权合计`, or the one choice. */
export function choicesWords({ choices }: ShownPart): string {
  const words = choices.map(choice => plain(sayChoice(choice), 20)).join('、');
  return choices.length > 1 ? `${words}合计` : words;
}

function areaOf({ areaCentiM2 }: ShownPart): string {
  return areaCentiM2 === null ? '' : `、${squareMetres(areaCentiM2)}`;
}
