import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { checkSpending } from '../../src/operations/funds/request-spending.js';

export default defineIntent({
  pattern: /^核对(?:支出)?申请[:：\s]*(?<request>[\d０-９]{1,7})号?(?:无误|一致)?[。！]?$/u,
  slots: { request: wholeNumber('请问第几号申请？', 1, 9_999_999) },
  permission: 'spend.check',
  help: { title: '核对支出申请', say: '核对申请3' },
  async handle({ unit, member, slots }) {
    const request = await checkSpending(unit, { member, ...slots });
    return `支出申请${request.no}已核对。下一步：书记发送“批准申请${request.no}”。`;
  },
});
