import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { clearSpending } from '../../src/operations/funds/request-spending.js';

export default defineIntent({
  pattern: /^(?:支出)?申请[:：\s]*(?<request>[\d０-９]{1,7})号?(?:监管小组)?无异议[。！]?$/u,
  slots: { request: wholeNumber('请问第几号申请？', 1, 9_999_999) },
  permission: 'spend.hold',
  help: { title: '对大额支出表示无异议', say: '申请3无异议' },
  async handle({ unit, member, slots }) {
    const request = await clearSpending(unit, { member, ...slots });
    return `监管小组对支出申请${request.no}无异议，已记下。`;
  },
});
