import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { readReferral } from '../../src/language/values/referral-said.js';
import { refer } from '../../src/operations/plan/check-payer.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?转办[:：]\s*(?<referral>[^]{2,80})$/u,
  slots: { no: projectNo, referral: words('请问转给谁、哪天前答复？例如“供热公司，4月10日前”。', 80) },
  permission: 'plan.publish',
  help: {
    title: '转给该出钱的一方',
    when: '核查过该别人出钱的，书记转给他们或另定日子',
    say: '12号转办：供热公司，4月10日前',
  },
  async handle({ unit, member, slots: { no, referral }, now }) {
    await refer(unit, { member, no, referring: readReferral(referral, now) });
    return `${no}号已转办，已告诉群里；到期没有结果会提醒您。办好了发送“${no}号转办办好：怎么办的”。`;
  },
});
