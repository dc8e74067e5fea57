import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, words } from '../../src/talk/intent.js';
import { cancelRedemption } from '../../src/operations/credit/end-redemption.js';

export default defineIntent({
  pattern: /^(?:我要)?取消(?:积分)?兑换(?:[:：，,\s]*(?<code>[A-Za-z\d０-９]{6}))?(?:了)?[吧。！!]*$/u,
  slots: { code: optional(words('', 10)) },
  permission: 'credit.own',
  binds: 'household',
  takesBack: 'deed',
  help: {
    title: '取消没领的兑换',
    when: '没领的东西不要了',
    say: '取消兑换',
    more: '积分退回',
  },
  async handle({ unit, member, slots }) {
    const code = slots.code?.normalize('NFKC').toUpperCase();
    const { redemption, reward } = await cancelRedemption(unit, { member, code });
    return `已取消${plain(reward.item, 20)}${redemption.quantity}份，${redemption.points}分退回给您。`;
  },
});
