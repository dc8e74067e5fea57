import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, words } from '../../src/talk/intent.js';
import { settleRedemption } from '../../src/operations/credit/end-redemption.js';

export default defineIntent({
  pattern: /^核销(?:兑换码)?[:：，,\s]*(?<code>[A-Za-z\d０-９]{6})[。！!]*$/u,
  slots: { code: words('请问兑换码是多少？例如“核销 123456”。', 10) },
  permission: 'credit.settle',
  help: {
    title: '核销兑换码',
    when: '发东西的人核销兑换码',
    say: '核销 123456',
    more: '一个码只能用一次',
  },
  async handle({ unit, member, slots }) {
    const code = slots.code.normalize('NFKC').toUpperCase();
    const settled = await settleRedemption(unit, { member, code });
    if (!settled) return '没有这个兑换码。请核对六位数字再发一次，例如“核销 123456”；一小时内最多错五次。';
    const { redemption, reward } = settled;
    const what = `${plain(reward.item, 20)}${redemption.quantity}份`;
    return `已核销，请交给他${what}。`;
  },
});
