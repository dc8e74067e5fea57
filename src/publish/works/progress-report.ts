import { dayWords } from '../../domain/calendar.js';
import type { Verdict } from '../../domain/county/colour.js';
import { yuan } from '../../domain/money.js';
import { mayAskResidents } from '../../domain/plan/payer-check.js';
import { plain } from '../../domain/plain-text.js';
import type { RoundTerms } from '../../domain/pledge/pledge-round.js';
import type { Project } from '../../store/proposal/project.js';
import type { Milestone } from '../../store/works/milestone.js';
import type { WorkNote } from '../../store/works/work-note.js';
import { plannedDay, standing } from './board-schedule.js';
import { fill } from '../templates.js';

export interface Works {
  /** Reports and inspections since the last notice, oldest first. */
  readonly fresh: readonly WorkNote[];
  /** How much was done at the moment the notice speaks of, and when it was last told. */
  readonly percent: number;
  readonly percentBefore: number | null;
  readonly milestones: readonly Milestone[];
  readonly verdict: Verdict;
  /** Days since anything happened, where nothing did; else null. */
  readonly quietDays: number | null;
}

/**
 * The progress notice (domain.md 18.5): percent, colour word, what changed since the last one, what was done and found, the
 * milestone that comes next, and the next step. Where nothing happened it is one line.
 */
export function progressNotice(project: Project, works: Works, at: Date): string {
  const { fresh, percent, percentBefore, milestones, quietDays } = works;
  const said = (kind: WorkNote['kind']): string =>
    fresh
      .filter(note => note.kind === kind)
      .map(note => plain(note.text, 100))
      .join('；');
  const fields = {
    编号: project.no,
    项目名: plain(project.title, 40),
    日期: dayWords(at),
    完成: percent,
    颜色: works.verdict.word,
    下一步: nextStep(project),
  };
  if (quietDays !== null) return fill('进度没有变化', { ...fields, 天数: quietDays });
  return fill('进度公示', {
    ...fields,
    原因: whyNot(works.verdict),
    进度条: bar(percent),
    变化: percentBefore === null ? '' : change(percentBefore, percent),
    进展: said('progress'),
    巡查: said('inspection') || '上次公示后没有巡查记录',
    节点: milestoneWords(milestones, at),
  });
}

/** In order nothing more is said; else why not. */
function whyNot({ colour, reason }: Verdict): string | null {
  return colour === 'green' || colour === 'blue' ? null : plain(reason, 80);
}

/** The supervisors have accepted the works. */
export function acceptanceNotice(project: Project, { team, signed }: { team: number; signed: number }): string {
  return fill('验收公示', {
    编号: project.no,
    项目名: plain(project.title, 40),
    监管人数: team,
    签字人数: signed,
    下一步: nextStep(project),
  });
}

function change(before: number, now: number): string {
  return now === before ? `完成比例没有变，仍是${now}%` : `从${before}%到${now}%`;
}

/** What has been reached lately is said in the reports; here stand the count and the one that comes next. */
export function milestoneWords(milestones: readonly Milestone[], at: Date): string {
  if (milestones.length === 0) return '';
  const next = milestones.find(({ doneAt }) => doneAt === null || doneAt > at);
  const reached = milestones.filter(({ doneAt }) => doneAt !== null && doneAt <= at).length;
  const ahead = next ? `；下一个“${plain(next.name, 20)}”计划${dayWords(plannedDay(next))}，${standing(next, at)}` : '';
  return `${milestones.length}个完成了${reached}个${ahead}`;
}

/** What has to happen next with a project, and who does it. */
export function nextStep({ no, state, percent, payerCheck, round }: Project): string {
  switch (state) {
    case 'issue_reported':
      return `邻居附议，发送“附议${no}号”`;
    case 'topic_proposed':
      return `网格书记确定选题，发送“${no}号定为迫切需求类”（或轻量影响类、品质提升类）`;
    case 'referred':
      return `等责任方答复；到期没有结果，书记在群里说明`;
    case 'topic_selected':
      return !mayAskResidents(payerCheck)
        ? `先弄清该谁出钱，书记发送“${no}号责任核查”；再发送“发布${no}号方案：做什么，预算多少元”`
        : `网格书记发布方案，发送“发布${no}号方案：做什么，预算多少元”；不全由居民出的，写上“资金来源：居民多少元，奖补多少元（批文号）”`;
    case 'plan_published':
      return `公示期满、异议答复后，楼长或书记发起表决，发送“${no}号发起表决，周日晚八点截止”`;
    case 'not_approved':
    case 'quorum_failed':
      return `结果公示期满后，网格书记改好方案重新公示、再表决，发送“发布${no}号方案：做什么，预算多少元”`;
    case 'funding_failed':
      return `网格书记调整方案后重新公示，发送“发布${no}号方案：做什么，预算多少元”`;
    case 'voting':
      return `各户投票，发送“${no}号同意”“${no}号反对”或“${no}号弃权”`;
    case 'result_published':
      return mayAskResidents(payerCheck)
        ? '结果公示期满、没有未答复的异议，决定生效，开始认筹'
        : `书记登记责任核查，发送“${no}号责任核查”；登记了、公示期满，才开始认筹`;
    case 'pledging':
      if (round?.targetFen === 0) return '等奖补、公益等来源的钱到账，居民不用认捐';
      return `自愿认捐，发送“${no}号我出${pledgeExample(round)}”${capWords(round)}`;
    case 'collecting':
      return '认捐的户把钱交给出纳';
    case 'approved':
    case 'funded':
      return `安排施工，开工后发送“${no}号进度：干了什么，完成10%”，每天18:00公示`;
    case 'in_progress':
      return percent >= 80 ? '收尾，准备验收' : '按计划继续施工';
    case 'rectification':
      return `施工方按监管小组的意见整改，改好后发送“${no}号进度：已整改，完成100%”`;
    case 'completed_pending_acceptance':
      return `监管小组验收，发送“${no}号验收合格”或“${no}号验收不合格”并说明原因`;
    case 'accepted':
      return `居民评价，发送“给${no}号打5分”；决算随后公示`;
    case 'settlement_published':
      return '公示期满后归档';
    default:
      return '已结束';
  }
}

/** A sum that every household may pledge: ¥200, or less where the cap is lower. */
export function pledgeExample(round: RoundTerms | null): string {
  const capFen = round?.capFen ?? exampleFen[0];
  return typedYuan(exampleFen.find(fen => fen <= capFen) ?? capFen);
}

const exampleFen = [20_000, 10_000, 5_000, 2_000, 1_000, 500, 100] as const;

/** `，每户最多152.54元`; nothing where there is no cap. */
export function capWords(round: RoundTerms | null): string {
  return round?.capFen === undefined ? '' : `，每户最多${yuan(round.capFen)}`;
}

/** As it is typed: without commas between thousands. */
function typedYuan(fen: number): string {
  return yuan(fen).replaceAll(',', '');
}

/** Ten squares: the words beside it say the same. */
function bar(percent: number): string {
  const full = Math.floor(percent / 10);
  return '■'.repeat(full) + '□'.repeat(10 - full);
}
