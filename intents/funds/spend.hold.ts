import { defineIntent, wholeNumber, words } from '../../src/talk/intent.js';
import { holdSpending } from '../../src/operations/funds/request-spending.js';

export default defineIntent({
  pattern: /^暂缓(?:支出)?申请[:：\s]*(?<request>[\d０-９]{1,7})号?[:：，,\s]+(?<reason>[^]+)$/u,
  slots: { request: wholeNumber('请问第几号申请？', 1, 9_999_999), reason: words('请问为什么暂缓？', 200) },
  permission: 'spend.hold',
  takesBack: 'standing',
  help: {
    title: '暂缓一笔支出',
    when: '监管小组暂缓一笔支出，要说原因',
    say: '暂缓申请3：发票上的数量不对',
  },
  async handle({ unit, member, slots }) {
    const request = await holdSpending(unit, { member, ...slots });
    return `支出申请${request.no}已暂缓，出纳不能付款。说清楚以后请您发送“放行申请${request.no}”。`;
  },
});
