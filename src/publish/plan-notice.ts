import { fundingClasses } from '../domain/lifecycle.js';
import { yuan } from '../domain/money.js';
import { plain } from '../domain/plain-text.js';
import { trackRules } from '../domain/tracks.js';
import type { Project } from '../store/entities/project.js';

/** The plan notice (domain.md 18.1), adapted to the households of one grid. */
export function planNotice(project: Project, households: number): string {
  const { no, title, place, planText, planVersion, budgetFen, fundingClass } = project;
  return [
    `**【方案公示】${no}号 ${plain(title, 60)}**${planVersion > 1 ? `（第${planVersion}版）` : ''}`,
    `范围：全网格${households}户${place ? `｜地点：${plain(place, 40)}` : ''}${fundingClass ? `｜${fundingClasses[fundingClass]}` : ''}`,
    `做法：${plain(planText ?? title)}`,
    `预算：${yuan(budgetFen ?? 0)}，先由居民自愿认筹，奖补等资金到账后一并公示`,
    `表决：${trackRules.residents_meeting.said}`,
    '余款按实交比例退还；不足的不摊派，重新定方案。',
    '对方案有意见，请找楼长、网格书记或社区。自愿参与，付款前可撤回；不公布未参与名单。',
  ].join('\n');
}
