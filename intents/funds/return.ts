import { yuan } from '../../src/domain/money.js';
import { defineIntent, money, optional, projectNo } from '../../src/talk/intent.js';
import { returnToSources } from '../../src/operations/funds/pass-surplus.js';

export default defineIntent({
  pattern: /^(?:(?<no>[\d０-９]{1,7})号)?(?:项目)?(?:支出)?(?:余款)?退回原渠道[:：，,\s]*(?<amount>.{1,30})$/u,
  slots: { no: optional(projectNo), amount: money },
  permission: 'funds.spend',
  help: {
    title: '余款退回原渠道',
    when: '决算或终止后，出纳把奖补等余款退回原渠道',
    say: '12号退回原渠道1280.50元',
  },
  async handle({ unit, slots }) {
    const { no, amount: amountFen } = slots;
    const { project } = await returnToSources(unit, { no, amountFen });
    return `已记：${project.no}号${yuan(amountFen)}退回原渠道。资金公示已发。`;
  },
});
