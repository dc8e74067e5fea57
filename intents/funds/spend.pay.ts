import { plain } from '../../src/domain/plain-text.js';
import { yuan } from '../../src/domain/money.js';
import { defineIntent, money, optional, wholeNumber } from '../../src/talk/intent.js';
import { recordSpending } from '../../src/operations/funds/record-spending.js';

export default defineIntent({
  pattern: /^(?:记)?(?:支?付|支出)(?:款)?(?:支出)?申请[:：\s]*(?<request>[\d０-９]{1,7})号?[。！]?$/u,
  slots: {
    request: wholeNumber('请问付第几号申请？', 1, 9_999_999),
    // What was paid, where it is said, has to be what was approved.
    amount: optional({ ...money, field: { ...money.field, isOnAsk: true } }),
  },
  permission: 'funds.spend',
  help: {
    title: '按批准的申请付款',
    say: '付申请3',
    more: '金额、用途、收款方都照批准的记',
  },
  onlyInForm: true,
  readBack: ({ request }) => `付申请${String(request)}`,
  async handle({ unit, member, slots, now }) {
    const spending = { member, no: undefined, request: slots.request, amountFen: slots.amount, now };
    const { project, entry, request, summary } = await recordSpending(unit, spending);
    return `已记支出：${project.no}号${plain(entry.why, 60)}${yuan(request.amountFen)}，第${entry.no}号凭证，结余${yuan(summary.balanceFen)}。资金公示已发。`;
  },
});
