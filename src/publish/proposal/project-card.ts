import { placeBeside } from '../../domain/proposal/title.js';
import { momentWords } from '../../domain/calendar.js';
import { fundingClasses, states } from '../../domain/lifecycle.js';
import { publishedText } from '../../domain/plan/draft.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { fundsOf, threeNumbers } from '../funds/funds-report.js';

/** `12号 装路灯（施工中）`. */
export function projectLine({ no, title, state }: Project): string {
  return `${no}号 ${plain(title, 40)}（${states[state].said}）`;
}

/** One proposal or project, as far as it has come. */
export async function projectWords(
  unit: Unit,
  project: Project,
  { boardUrl, next, now }: { boardUrl: string; next: string; now: Date },
): Promise<string> {
  const { fundingClass, budgetFen, costFen, percent } = project;
  const planText = publishedText(project);
  const place = placeBeside(project);
  const supports = await unit.projects.supports(project.id);
  const poll = (await unit.polls.decisionOf(project.id)) ?? (await unit.polls.ofProject(project.id))[0];
  const funds = await fundsOf(unit, project);
  const photos = (await unit.works.issuePhotos(project.id)).length;
  const hasMoney = funds.pledgedFen > 0 || funds.receivedFen > 0;
  return [
    `**${projectLine(project)}**`,
    place ? `地点：${plain(place, 40)}` : '',
    photos > 0 ? `问题照片：${photos}张，在公示栏` : '',
    fundingClass ? `类别：${fundingClasses[fundingClass]}` : `附议：${supports.length}户`,
    budgetFen !== null ? `预算：${yuan(budgetFen)}` : costFen !== null ? `估计费用：${yuan(costFen)}` : '',
    planText ? `方案：${plain(planText)}` : '',
    poll ? `表决：${pollWords(poll, now)}` : '',
    hasMoney ? `资金：${threeNumbers(funds)}｜结余${yuan(funds.balanceFen)}` : '',
    percent > 0 ? `进度：完成${percent}%` : '',
    `下一步：${next}`,
    `[公示栏](${boardUrl})`,
  ]
    .filter(Boolean)
    .join('\n');
}

function pollWords({ closedAt, closesAt, result }: Poll, now: Date): string {
  if (closedAt === null || !result) return `进行中，${momentWords(closesAt, now)}截止`;
  const { voted, households, passed } = result;
  return `${passed ? '通过' : '未通过'}（${households}户中${voted}户投票），${momentWords(closedAt, now)}截止`;
}
