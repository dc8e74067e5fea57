import { dayWords } from '../domain/calendar.js';
import { colourOf, colours } from '../domain/colour.js';
import { mayAskResidents } from '../domain/payer-check.js';
import { plain } from '../domain/plain-text.js';
import type { Project } from '../store/entities/project.js';
import type { WorkNote } from '../store/entities/work-note.js';

export interface Works {
  /** Reports and inspections since the last notice, oldest first. */
  readonly fresh: readonly WorkNote[];
  /** How much was done at the moment the notice speaks of. */
  readonly percent: number;
  /** When the works were last reported on. */
  readonly reportedAt: Date | null;
}

/** The daily progress notice (domain.md 18.5): percent, colour word, what was done, inspection, next step. */
export function progressNotice(project: Project, { fresh, percent, reportedAt }: Works, at: Date): string {
  const colour = colours[colourOf({ ...project, reportedAt }, at)];
  const said = (kind: WorkNote['kind']): string =>
    fresh
      .filter(note => note.kind === kind)
      .map(note => plain(note.text, 100))
      .join('；');
  return [
    `**【进度公示】${project.no}号 ${plain(project.title, 40)}** ${dayWords(at)}`,
    `完成${percent}%｜${colour} ${bar(percent)}`,
    `进展：${said('progress') || '上次公示后没有新的进展'}`,
    `巡查：${said('inspection') || '上次公示后没有巡查记录'}`,
    `下一步：${nextStep(project)}`,
  ].join('\n');
}

/** What has to happen next with a project, and who does it. */
export function nextStep({ no, state, percent, payerCheck }: Project): string {
  switch (state) {
    case 'issue_reported':
      return `邻居附议，发送“附议${no}号”`;
    case 'topic_proposed':
      return `网格书记确定选题，发送“${no}号定为迫切需求类”（或轻量影响类、品质提升类）`;
    case 'topic_selected':
      return `网格书记发布方案，发送“发布${no}号方案：做什么，预算多少元”`;
    case 'plan_published':
      return `公示期满、异议答复后，楼长或书记发起表决，发送“${no}号发起表决，周日晚八点截止”`;
    case 'not_approved':
    case 'quorum_failed':
      return `网格书记修改方案后再表决，发送“发布${no}号方案：做什么，预算多少元”`;
    case 'funding_failed':
      return `网格书记调整方案后重新公示，发送“发布${no}号方案：做什么，预算多少元”`;
    case 'voting':
      return `各户投票，发送“${no}号同意”“${no}号反对”或“${no}号弃权”`;
    case 'result_published':
      return mayAskResidents(payerCheck)
        ? '结果公示期满、没有未答复的异议，决定生效，开始认筹'
        : `书记登记责任核查，发送“${no}号责任核查”；登记了、公示期满，才开始认筹`;
    case 'pledging':
      return `自愿认捐，发送“${no}号我出200元”`;
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

/** Ten squares: the words beside it say the same. */
function bar(percent: number): string {
  const full = Math.floor(percent / 10);
  return '■'.repeat(full) + '□'.repeat(10 - full);
}
