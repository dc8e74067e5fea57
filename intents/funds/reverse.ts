import { yuan } from '../../src/domain/money.js';
import { defineIntent, wholeNumber, words } from '../../src/talk/intent.js';
import { reverseEntry } from '../../src/operations/funds/reverse-entry.js';
import { paidFen } from '../../src/publish/funds/funds-report.js';

export default defineIntent({
  pattern: /^冲销(?:第)?(?:凭证)?(?:第)?(?<voucher>[\d０-９]{1,7})号?(?:凭证)?[:：，,\s]+(?<reason>[^]+)$/u,
  slots: { voucher: wholeNumber('请问冲销第几号凭证？', 1, 9_999_999), reason: words('请问为什么冲销？', 100) },
  permission: 'funds.reverse',
  help: {
    title: '冲销记错的凭证',
    when: '记错了的收款或支出用冲销改正',
    say: '冲销凭证57：重复登记',
    more: '再重新记一笔',
  },
  async handle({ unit, member, slots }) {
    const { project, entry, reversed, isDisclosed } = await reverseEntry(unit, { member, ...slots });
    const done = `已冲销第${reversed.no}号凭证${yuan(paidFen(reversed))}，第${entry.no}号凭证。原凭证留着，两笔相抵。`;
    if (!project) return done;
    if (!isDisclosed) return `${done}公示过的数没有变，不再另发。`;
    return `${done}资金公示已发。`;
  },
});
