import { dayOf, dayTold } from '../../src/domain/calendar.js';
import { periodWords } from '../../src/domain/market/market.js';
import { periodForm } from '../../src/language/values/time/period-said.js';
import { yuan } from '../../src/domain/money.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, wholeNumber, words } from '../../src/talk/intent.js';
import { readAmount } from '../../src/language/values/money/amounts.js';
import { readBase } from '../../src/language/values/money/market-forms.js';
import { declareShare } from '../../src/operations/market/take-share.js';

export default defineIntent({
  pattern: new RegExp(
    String.raw`^公益协议(?<agreement>[\d０-９]{1,5})号?(?:申报|报)[:：\s]*(?<period>${periodForm})(?:的)?(?:营业收入|营业额|营收|收入|净?利润)?[:：\s]*(?<base>[^，,；;]{1,20})$`,
    'u',
  ),
  slots: {
    agreement: wholeNumber('请问是几号协议？', 1, 99_999),
    period: words('请问是哪一期？例如“3月”。', 20),
    base: words('请问是多少钱？例如“12000元”。', 20),
  },
  permission: 'market.declare',
  help: {
    title: '申报收入或利润',
    when: '公益市场：经营方在私聊里申报上一期的收入或利润',
    say: '公益协议1申报3月收入12000元',
    more: '数字不公开',
    forOffices: true,
  },
  async handle({ unit, member, slots, now, chat }) {
    if (chat.kind !== 'single') throw new Refusal('declare.private', {});
    const baseFen = readBase(slots.base);
    if (baseFen === null)
      throw readAmount(slots.base).kind === 'too-precise'
        ? new Refusal('amount.tooPrecise', {})
        : new Refusal('amount.vague', {});
    const { agreement, period } = { agreement: slots.agreement, period: slots.period };
    const done = await declareShare(unit, { member, agreement, period, baseFen });
    const by = dayTold(done.period.payBy, dayOf(now));
    const next = done.dueFen === 0 ? '这一期不用交。' : `请在${by}前转到慈善基金的账户，出纳登记。`;
    return `公益协议${agreement}的${periodWords(done.period.key)}已申报，应交${yuan(done.dueFen)}。${next}申报的数字只有您和管账的看得到；报错了再报一次。`;
  },
});
