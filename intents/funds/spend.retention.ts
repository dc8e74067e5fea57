import { yuan } from '../../src/domain/money.js';
import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { releaseRetention } from '../../src/operations/funds/release-retention.js';

export default defineIntent({
  pattern: /^(?:支?付|退还?)(?:支出)?申请[:：\s]*(?<request>[\d０-９]{1,7})号?的?质保金[。！]?$/u,
  slots: { request: wholeNumber('请问第几号申请的质保金？', 1, 9_999_999) },
  permission: 'funds.spend',
  help: {
    title: '付质保金',
    when: '质保期满后出纳付质保金',
    say: '付申请3质保金',
    more: '申请支出时写明留质保金百分之几、到哪一天，就会留下',
  },
  async handle({ unit, member, slots }) {
    const { project, entry, keptFen } = await releaseRetention(unit, { member, ...slots });
    return `已付质保金${yuan(keptFen)}，${project.no}号，第${entry.no}号凭证。资金公示已发。`;
  },
});
