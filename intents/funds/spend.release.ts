import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { releaseSpending } from '../../src/operations/funds/request-spending.js';

export default defineIntent({
  pattern: /^放行(?:支出)?申请[:：\s]*(?<request>[\d０-９]{1,7})号?[。！]?$/u,
  slots: { request: wholeNumber('请问第几号申请？', 1, 9_999_999) },
  permission: 'spend.hold',
  help: { title: '放行自己暂缓的支出', say: '放行申请3' },
  async handle({ unit, member, slots }) {
    const request = await releaseSpending(unit, { member, ...slots });
    return `支出申请${request.no}已放行，接着照原来的步骤走到付款。`;
  },
});
