import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { acceptMilestone } from '../../src/operations/works/plan-schedule.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?节点验收(?:通过)?[:：，,\s]+(?<name>[^]{1,30}?)[。！]?$/u,
  slots: { no: projectNo, name: words('请问验收哪个节点？例如“装管”。', 30) },
  permission: 'inspection.report',
  binds: 'public',
  help: {
    title: '验收节点',
    say: '12号节点验收：装管',
    more: '验收了才能付这个节点的进度款',
  },
  async handle({ unit, member, slots }) {
    const { project, milestone } = await acceptMilestone(unit, { member, ...slots });
    const name = plain(milestone.name, 20);
    return `${project.no}号“${name}”已经监管小组验收，可以申请这个节点的进度款。`;
  },
});
