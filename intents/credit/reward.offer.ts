import { dayWords } from '../../src/domain/calendar.js';
import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, rows, words, type SlotKind } from '../../src/talk/intent.js';
import { readRewardOffer } from '../../src/language/values/money/reward-offer.js';
import { offerReward } from '../../src/operations/credit/offer-reward.js';

const named = words('请问上架什么？', 20);

/** 上架一个花生油: the thing, and not how many of it. */
const thingPutUp: SlotKind<string> = {
  ...named,
  accept: value => named.accept(typeof value === 'string' ? value.replace(/^一[个份款样种](?=.{2})/u, '') : value),
};

export default defineIntent({
  pattern: /^上架(?:商品)?[:：\s]*(?<item>[^:：，,\s]{1,20})[:：]\s*(?<terms>[^]{3,200})$/u,
  slots: {
    item: thingPutUp,
    terms: rows('请问几分、几份？例如“15分，30份，每户1份，社区便民超市”。', 200),
  },
  permission: 'reward.offer',
  binds: 'public',
  help: {
    title: '上架兑换的东西',
    when: '书记上架兑换的东西，或改分数和份数',
    say: '上架花生油：15分，30份，每户1份，社区便民超市，到6月30日',
  },
  async handle({ unit, slots: { item, terms }, now }) {
    const offer = readRewardOffer(terms, now);
    if (!offer) throw new Refusal('reward.unclear', {});
    const reward = await offerReward(unit, { item, ...offer });
    const until = offer.until ? `，到${dayWords(offer.until, now)}为止` : '';
    return `已上架${plain(reward.item, 20)}：${reward.pricePoints}分，${reward.stock}份，每户每季度${reward.perQuarter}份，${plain(reward.provider, 20)}提供${until}。`;
  },
});
