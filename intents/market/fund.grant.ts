import { shareGoesTo } from '../../src/domain/market/market.js';
import { yuan } from '../../src/domain/money.js';
import { defineIntent, money, projectNo, words } from '../../src/talk/intent.js';
import { grantMoney } from '../../src/operations/market/grant-money.js';

export default defineIntent({
  pattern:
    /^(?:社区)?(?<from>慈善基金|公共收益)拨付(?:给)?(?<no>[\d０-９]{1,7})号(?:项目)?[:：，,\s]*(?<amount>[^，,：:；;\s]{1,20}?元|[\d.]{1,12}万?)[。！]?$/u,
  slots: { from: words('请问从哪里拨？例如“慈善基金”。', 10), no: projectNo, amount: money },
  permission: 'funds.receive',
  help: {
    title: '把慈善基金拨给项目',
    when: '公益市场：出纳把慈善基金的钱拨给品质提升类项目',
    say: '慈善基金拨付12号5000元',
    more: '要在12号的资金来源里，不能超过基金结余。业主的收益用“公共收益拨付12号5000元”',
  },
  async handle({ unit, slots }) {
    const from = slots.from === '公共收益' ? 'owners' : 'fund';
    const { amount: amountFen, no } = slots;
    const { entry, leftFen } = await grantMoney(unit, {
      from,
      no,
      amountFen,
    });
    return `已从${shareGoesTo[from].said}拨付${no}号${yuan(amountFen)}，第${entry.no}号凭证，${no}号会计对账后算实收。${shareGoesTo[from].said}还有${yuan(leftFen)}。`;
  },
});
