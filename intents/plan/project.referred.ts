import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { settleReferral } from '../../src/operations/plan/check-payer.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?转办(?:已|已经)?办好(?:了)?[:：]\s*(?<how>[^]{2,200})$/u,
  slots: { no: projectNo, how: words('请问怎么办好的？例如“供热公司已换好管道”。', 200) },
  permission: 'plan.publish',
  binds: 'public',
  help: {
    title: '告诉大家转办办好了',
    when: '转给别人的事办好了，书记告诉大家',
    say: '12号转办办好：供热公司已换好管道',
  },
  async handle({ unit, member, slots: { no, how } }) {
    await settleReferral(unit, { member, no, how });
    return `${no}号转办办结，已告诉群里。`;
  },
});
