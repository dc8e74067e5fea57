import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { withdrawPlan } from '../../src/operations/plan/withdraw-plan.js';

export default defineIntent({
  pattern:
    /^(?:撤回|撤下|收回|撤销)(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?方案(?:[:：，,\s]*(?:原因|因为|理由)?(?:是)?[:：\s]*(?<reason>[^]+))?$/u,
  slots: { no: projectNo, reason: words('请问为什么撤回？大家都看得到，例如“报价有误，重新询价”。', 200) },
  permission: 'plan.publish',
  binds: 'public',
  takesBack: 'deed',
  help: { title: '撤下公示里的方案', say: '撤回12号方案：报价有误，重新询价' },
  async handle({ unit, slots }) {
    const { no } = await withdrawPlan(unit, { ...slots });
    return `${no}号方案已撤下，已告诉大家。改好后发送“发布${no}号方案：做什么，预算多少元”重新公示。`;
  },
});
