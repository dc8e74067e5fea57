import { yuan } from '../../src/domain/money.js';
import { defineIntent, money } from '../../src/talk/intent.js';
import { reconcileFund } from '../../src/operations/market/take-share.js';
import { fundWords } from '../../src/publish/market/market-words.js';

export default defineIntent({
  pattern: /^(?:社区)?慈善基金(?:的)?对账(?:无误|相符|一致|没错)[:：，,\s]*(?:一?共|合计|总共)?(?<amount>.{1,30})$/u,
  slots: { amount: money },
  permission: 'funds.reconcile',
  help: {
    title: '确认公益市场分成到账',
    when: '公益市场：会计核对流水后确认分成到账',
    say: '慈善基金对账无误，共960元',
  },
  async handle({ unit, member, slots: { amount: amountFen } }) {
    const { entry, count, fund } = await reconcileFund(unit, { member, amountFen });
    return `慈善基金对账完成：${count}笔，共${yuan(amountFen)}，第${entry.no}号凭证。${fundWords(fund)}`;
  },
});
