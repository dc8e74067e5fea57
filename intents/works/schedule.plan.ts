import { dayWords } from '../../src/domain/calendar.js';
import { plain } from '../../src/domain/plain-text.js';
import { readMilestones } from '../../src/language/values/milestones-said.js';
import { toPublish } from '../../src/publish/plan/plan-notice.js';
import { defineIntent, projectNo, rows } from '../../src/talk/intent.js';
import { planSchedule } from '../../src/operations/works/plan-schedule.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?工期[:：，,\s]*(?:是|为|定为)?(?<plan>[^]{1,300})$/u,
  slots: { no: projectNo, plan: rows('请问工期怎么安排？例如“拆旧4月10日，装管4月25日，试压5月5日”。', 300) },
  permission: 'plan.publish',
  help: { title: '定工期', say: '12号工期：拆旧4月10日，装管4月25日，试压5月5日' },
  async handle({ unit, member, slots, now }) {
    const planned = readMilestones(slots.plan, now);
    const project = await planSchedule(unit, { member, no: slots.no, planned });
    const lines = planned.map(
      ({ name, plannedOn }) => `${plain(name, 20)} ${dayWords(new Date(`${plannedOn}T12:00:00+08:00`), now)}`,
    );
    const later = `到了一个节点请发送“${project.no}号节点完成：${plain(planned[0]?.name ?? '', 20)}”。`;
    return `${project.no}号工期已定：${lines.join('、')}。${toPublish(project, later)}`;
  },
});
