import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { plain } from '../../src/domain/plain-text.js';
import { reachMilestone } from '../../src/operations/works/plan-schedule.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?节点完成[:：，,\s]*(?<name>[^]{1,30}?)[。！]?$/u,
  slots: { no: projectNo, name: words('请问哪个节点完成了？例如“装管”。', 30) },
  permission: 'progress.report',
  binds: 'public',
  help: { title: '报工期节点', say: '12号节点完成：装管' },
  async handle({ unit, member, slots }) {
    const { project, milestone, lateDays } = await reachMilestone(unit, { member, ...slots });
    const name = plain(milestone.name, 20);
    const how = lateDays > 0 ? `比计划晚${lateDays}天` : lateDays < 0 ? `比计划早${-lateDays}天` : '正是计划的日子';
    return `${project.no}号“${name}”完成，${how}。18:00的进度公示会写明。`;
  },
});
