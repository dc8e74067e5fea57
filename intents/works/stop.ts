import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { stopWorks } from '../../src/operations/works/stop-works.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:叫停|停工)[:：，,]\s*(?<reason>[^]{2,200})$/u,
  slots: { no: projectNo, reason: words('请问为什么停工？', 200) },
  takesPictures: true,
  permission: 'works.stop',
  binds: 'public',
  help: {
    title: '叫停',
    when: '监管小组叫停，或书记决定停工，要说原因',
    say: '12号叫停：水泥标号不对',
  },
  async handle({ unit, member, slots, pictures }) {
    const { project } = await stopWorks(unit, { member, ...slots, pictures });
    return `${project.no}号已停工：${plain(slots.reason, 100)}。解决以后请叫停的一方发送“${project.no}号复工”。`;
  },
});
