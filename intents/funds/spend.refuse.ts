import { defineIntent, wholeNumber, words } from '../../src/talk/intent.js';
import { refuseSpending } from '../../src/operations/funds/refuse-spending.js';

export default defineIntent({
  pattern: /^退回(?:支出)?申请[:：\s]*(?<request>[\d０-９]{1,7})号?[:：，,\s]+(?<reason>[^]{1,200})$/u,
  slots: { request: wholeNumber('请问第几号申请？', 1, 9_999_999), reason: words('请问为什么退回？', 100) },
  permission: 'spend.refuse',
  help: {
    title: '退回支出申请',
    when: '不该付的支出申请退回',
    say: '退回申请3：数量不对，请重开发票',
    more: '会计、书记可以退，经手人可以退自己的',
  },
  async handle({ unit, member, slots }) {
    const request = await refuseSpending(unit, { member, ...slots });
    return `支出申请${request.no}已退回，没有付款，占用的预算放开了。`;
  },
});
