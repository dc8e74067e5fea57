import { shareGoesTo } from '../../src/domain/market/market.js';
import { periodForm } from '../../src/language/values/time/period-said.js';
import { yuan } from '../../src/domain/money.js';
import { defineIntent, money, wholeNumber, words } from '../../src/talk/intent.js';
import { leftWords, shareOf } from '../../src/publish/market/market-words.js';
import { receiveShare } from '../../src/operations/market/take-share.js';

export default defineIntent({
  pattern: new RegExp(
    String.raw`^公益协议(?<agreement>[\d０-９]{1,5})号?(?:的)?(?<period>${periodForm})(?:的)?分成(?:到账|入账|收到)[:：\s]*(?<amount>[^，,：:；;\s]{1,20}?元|[\d.]{1,12}万?)[。！]?$`,
    'u',
  ),
  slots: {
    agreement: wholeNumber('请问是几号协议？', 1, 99_999),
    period: words('请问是哪一期？例如“3月”。', 20),
    amount: money,
  },
  permission: 'funds.receive',
  help: {
    title: '记收到的分成',
    when: '公益市场：出纳记收到的分成',
    say: '公益协议1的3月分成到账960元',
    more: '会计对账后算实收',
  },
  async handle({ unit, member, slots }) {
    const { agreement: no, period: said, amount: amountFen } = slots;
    const done = await receiveShare(unit, { member, agreement: no, period: said, amountFen });
    const { agreement, period, entry, leftFen } = done;
    const which = shareOf(no, period.key);
    return `已入账：${which}${yuan(amountFen)}进${shareGoesTo[agreement.destination].said}，第${entry.no}号凭证，${leftWords(leftFen)}，会计对账后算实收。`;
  },
});
