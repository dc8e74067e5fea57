import { destinations } from '../../src/domain/funds/ledger.js';
import { yuan } from '../../src/domain/money.js';
import { defineIntent, money, optional, projectNo } from '../../src/talk/intent.js';
import { passSurplus } from '../../src/operations/funds/pass-surplus.js';

export default defineIntent({
  pattern: /^(?:(?<no>[\d０-９]{1,7})号)?(?:项目)?余款转出[:：，,\s]*(?<amount>.{1,30})$/u,
  slots: { no: optional(projectNo), amount: money },
  permission: 'funds.spend',
  help: {
    title: '记余款转出',
    when: '方案写明余款转给别处的，出纳转好后记',
    say: '12号余款转出234.57元',
  },
  async handle({ unit, slots }) {
    const { no, amount: amountFen } = slots;
    const { project, to } = await passSurplus(unit, { no, amountFen });
    return `已记：${project.no}号居民余款${yuan(amountFen)}按方案转给${destinations[to]}。资金公示已发。`;
  },
});
