import { yuan } from '../../src/domain/money.js';
import { plain } from '../../src/domain/plain-text.js';
import { publishedWords } from '../../src/domain/funds/spending.js';
import { defineIntent, wholeNumber, words } from '../../src/talk/intent.js';
import { payDespite } from '../../src/operations/funds/payment-stops.js';

export default defineIntent({
  pattern: /^(?:支出)?申请[:：\s]*(?<request>[\d０-９]{1,7})号?(?:可以?)?照付[:：，,\s]+(?<reason>[^]{1,200})$/u,
  slots: { request: wholeNumber('请问第几号申请？', 1, 9_999_999), reason: words('请问为什么要先付？', 200) },
  permission: 'spend.despite',
  help: {
    title: '被拦住的付款，说明原因照付',
    when: '有整改没复查、停工或缺凭据时付款会被拦住；确要先付，社区书记说明原因放行，群里公开',
    say: '申请3照付：发票月底前补',
  },
  readBack: ({ request, reason }) => `放行申请${String(request)}照付并在群里公开（${plain(String(reason), 40)}）`,
  async handle({ unit, member, slots }) {
    const request = await payDespite(unit, { member, ...slots });
    return `支出申请${request.no}（${plain(publishedWords(request), 40)}，${yuan(request.amountFen)}）可以照付，原因已在群里公开。`;
  },
});
