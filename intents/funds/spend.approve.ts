import { yuan } from '../../src/domain/money.js';
import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { approveSpending } from '../../src/operations/funds/request-spending.js';

export default defineIntent({
  pattern: /^批准(?:支出)?申请[:：\s]*(?<request>[\d０-９]{1,7})号?[。！]?$/u,
  slots: { request: wholeNumber('请问第几号申请？', 1, 9_999_999) },
  permission: 'spend.approve',
  help: {
    title: '批准支出申请',
    say: '批准申请3',
    more: '500元以内网格书记，一万元以内社区书记，再多要两位、其中一位是社区书记；同一个收款方30天内合起来算',
  },
  async handle({ unit, member, slots }) {
    const { request, missing, togetherFen } = await approveSpending(unit, { member, ...slots });
    if (missing > 0)
      return `支出申请${request.no}您已批准，还要另一位书记批准（要有社区书记）。${together(togetherFen, request.amountFen)}`;
    return `支出申请${request.no}已批准，留24小时给监管小组看，有疑问可以发送“暂缓申请${request.no}：原因”。之后出纳发送“付申请${request.no}”。${together(togetherFen, request.amountFen)}`;
  },
});

/** What is counted together is said, so that nobody wonders why it takes another. */
function together(togetherFen: number, amountFen: number): string {
  return togetherFen > amountFen ? `同一个收款方30天内合起来${yuan(togetherFen)}。` : '';
}
