import type { Step } from '../domain/step.js';
import type { Project } from '../store/proposal/project.js';
import type { Question } from '../store/question.js';

/** What a newcomer's sentence says where the bot's own example leaves a gap (……), by deed. */
const gaps: Readonly<Record<string, (project: Project, step: Step) => string>> = {
  'project.refer': () => '供热公司，30天内',
  'project.referred': () => '供热公司已换好管道',
  'team.set': () => '1号楼1单元501、2号楼1单元501、3号楼1单元501',
  'objection.raise': () => '报价偏高，请再比一家',
  'objection.answer': () => '已请三家报价，取最低的一家',
  'plan.withdraw': () => '报价有误，改好再公示',
  'pledge.gap': (_, { title }) =>
    `奖补${(/缺口([\d.,]+)元/u.exec(title)?.[1] ?? '1').replaceAll(',', '')}元（批文桓财2026-13号）`,
  'progress.report': () => '全部做好',
  'inspection.report': () => '材料堆放整齐，无安全隐患',
  'spend.ask': ({ title }) => `${title}工程款，付给宏达工程公司`,
  'spend.despite': () => '收据遗失，付款截图已存',
  'project.cancel': () => '邻居们商量过，情况有变',
  'finding.check': () => '还没有改好',
};

/** The bot's own sentence for a step, with its gaps filled for the matter at hand. */
export function filled(step: Step, project: Project): string {
  const { deed } = step;
  const [said = ''] = step.says;
  if (deed === 'plan.publish')
    return said.replace('做什么', `${project.title}，请三家比价`).replace('预算多少元', '预算1.2万元');
  const whole = said.replace('……', gaps[deed]?.(project, step) ?? '按邻居们商量的办');
  // A newcomer wants to see the works end: from the second report on they are done.
  return deed === 'progress.report'
    ? whole.replace('完成50%', '完成100%').replace('全部做好，完成10%', '基础已挖好，完成30%')
    : whole;
}

/** What may be answered to a question of the bot, by the deed and what it asks for. */
const answers: Readonly<Record<string, readonly [text: string, why: string]>> = {
  'project.payer answer': ['6', '回复数字：过了保修，大家共担'],
  'project.payer evidence': ['小区1998年建成，已过保修，没有别的责任人', '说明依据'],
  'proposal.classify class': ['迫切需求', '答类别'],
  'poll.open deadline': ['3天后截止', '答截止时间'],
};

export function answerFor({ intent, asks }: Pick<Question, 'intent' | 'asks'>): { text: string; why: string } | null {
  if (asks === 'yes') return { text: '是', why: '机器人复述了一遍，等一声“是”' };
  const [text, why] = answers[`${intent} ${asks}`] ?? [];
  return text && why ? { text, why } : null;
}
