import { yuan } from '../../src/domain/money.js';
import { defineIntent, money, optional, projectNo, words } from '../../src/talk/intent.js';
import { disclose } from '../../src/operations/notice/disclose.js';
import { publishPlan } from '../../src/operations/plan/publish-plan.js';
import { planWords } from '../../src/publish/plan/plan-words.js';
import { nextStep } from '../../src/publish/works/progress-report.js';

export default defineIntent({
  group: '提案',
  phrases: ['发布方案'],
  slots: { no: projectNo, cost: optional(money), text: optional(words('请问方案怎么做？', 1000)) },
  permission: 'plan.publish',
  help: '书记发布方案，例如“发布12号方案：更换暖气主管道，预算3.6万元”',
  async handle({ unit, member, slots, now, messageId, boardUrl }) {
    const project = await publishPlan(unit, { member, ...slots, now, messageId });
    const notice = await disclose(unit, {
      project,
      kind: 'plan',
      occasion: `v${project.planVersion}`,
      text: await planWords(unit, project),
      boardUrl: boardUrl(project.no),
      by: member.userid,
      now,
      messageId,
    });
    // The clerk at the printer needs the sheet, whoever published the plan.
    const poster = notice && `${boardUrl()}/poster/${notice.no}`;
    const sheet = poster
      ? `\n打印海报：[A4](${poster}.pdf) [A3](${poster}-a3.pdf)。贴好后私聊发照片，再发送“第${notice.no}号公示已张贴”${unit.grid.boardSince ? '，照片到了才算公示、才起算期限' : ''}。`
      : '';
    return `${project.no}号方案已公示到群和公示栏，预算${yuan(project.budgetFen ?? 0)}。下一步：${nextStep(project)}。${sheet}`;
  },
});
