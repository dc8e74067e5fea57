import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, words } from '../../src/talk/intent.js';
import { withdrawReward } from '../../src/operations/credit/offer-reward.js';

export default defineIntent({
  pattern: /^下架(?:商品)?[:：\s]*(?<item>[^:：，,。！!？?\s]{1,20})[。！!]*$/u,
  slots: { item: words('请问下架什么？', 20) },
  permission: 'reward.offer',
  binds: 'public',
  help: {
    title: '下架兑换的东西',
    say: '下架花生油',
    more: '已经预留的照样领',
  },
  async handle({ unit, slots }) {
    const reward = await withdrawReward(unit, { item: slots.item });
    return `已下架${plain(reward.item, 20)}。已经换了还没领的，照样可以领。`;
  },
});
