import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { confirmMended } from '../../src/operations/county/evaluate-colours.js';

export default defineIntent({
  pattern: /^调度确认(?<no>[\d０-９]{1,7})号(?:项目)?[:：，,\s]+(?<reason>[^]{2,100})$/u,
  slots: { no: projectNo, reason: words('请问怎么解决的？', 100) },
  permission: 'dispatch.lead',
  help: {
    title: '在调度会上确认滞后已解决',
    say: '调度确认12号：灯杆已补装',
    more: '确认后预警恢复正常',
  },
  async handle({ unit, member, slots }) {
    const { project, verdict } = await confirmMended(unit, { ...slots, member });
    return `${project.no}号滞后的问题已在调度会上确认解决：${plain(slots.reason, 100)}。现在是“${verdict.word}”：${plain(verdict.reason, 100)}。`;
  },
});
