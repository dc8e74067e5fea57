import { dayWords } from '../../src/domain/calendar.js';
import { spendable } from '../../src/domain/credit/credit-balance.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent } from '../../src/talk/intent.js';
import { type Card, mostButtons } from '../../src/talk/reply.js';
import { isOffered } from '../../src/operations/credit/redeem-reward.js';

export default defineIntent({
  phrases: [
    '积分能换啥',
    '积分能换什么',
    '积分可以换什么',
    '积分可以兑换什么',
    '兑换目录',
    '积分商城',
    '积分兑换清单',
    '积分商品',
  ],
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看积分能换什么', say: '积分能换啥' },

  async handle({ member, unit, now, chat }) {
    const rewards = (await unit.credit.rewards()).filter(reward => isOffered(reward, now));
    if (rewards.length === 0) return '现在还没有可以兑换的东西。积分会一直给您留着。';

    const lines = rewards.map(({ item, provider, pricePoints, stock, perQuarter, validUntil }) => {
      const left = stock === 0 ? '已换完' : `还有${stock}份`;
      const until = validUntil ? `，到${dayWords(new Date(validUntil.getTime() - 1), now)}` : '';
      return `- ${plain(item, 20)}：${pricePoints}分，${left}，每户每季度${perQuarter}份（${plain(provider, 20)}${until}）`;
    });
    // How many points somebody has is told in private.
    const isTold = chat.kind === 'single' && member.householdId !== null;
    const balance = isTold ? `您有${spendable(await unit.credit.entries(member.id), now).points}分可用。` : '';
    const text = `**积分可以换**\n\n${lines.join('\n')}\n\n${balance}要换就说，例如“兑换抽纸一包”。`;
    const inStock = rewards.filter(({ stock }) => stock > 0);
    // In private only: whoever presses gets a code that fetches the goods.
    return chat.kind === 'single' && member.householdId !== null && inStock.length > 0
      ? { text, card: redeemCard(inStock) }
      : text;
  },
});

function redeemCard(rewards: readonly { readonly item: string }[]): Card {
  const buttons = rewards
    .slice(0, mostButtons)
    .map(({ item }) => ({ text: `换${plain(item, 9)}`, style: 4 as const, intent: 'credit.redeem', slots: { item } }));
  return { about: 'redeem', title: '想换哪一样？点一下换一份', buttons };
}
