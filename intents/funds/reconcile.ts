import { yuan } from '../../src/domain/money.js';
import { defineIntent, money, optional, projectNo } from '../../src/talk/intent.js';
import { reconcileReceipts } from '../../src/operations/funds/reconcile-receipts.js';

export default defineIntent({
  pattern:
    /^(?:(?<no>[\d０-９]{1,7})号)?(?:项目)?(?:的)?对账(?:无误|相符|一致|没错)[:：，,\s]*(?:一?共|合计|总共)?(?<amount>.{1,30})$/u,
  slots: { no: optional(projectNo), amount: money },
  permission: 'funds.reconcile',
  help: {
    title: '核对流水后确认到账',
    say: '12号对账无误，共1200元',
    more: '确认了才算实收',
  },
  async handle({ unit, member, slots }) {
    const done = await reconcileReceipts(unit, { member, no: slots.no, amountFen: slots.amount });
    const { project, count, summary } = done;
    return `${project.no}号对账完成：${count}笔，共${yuan(slots.amount)}，第${done.entry.no}号凭证。实收${yuan(summary.receivedFen)}，预算${yuan(project.budgetFen ?? 0)}。`;
  },
});
