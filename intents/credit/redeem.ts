import { dayWords } from '../../src/domain/calendar.js';
import { plain } from '../../src/domain/plain-text.js';
import { AskSlot, Confirm, defineIntent, optional, type SlotKind, wholeNumber, words } from '../../src/talk/intent.js';
import { findQuantities } from '../../src/language/values/quantity.js';
import { isOffered, redeemReward, rewardMeant } from '../../src/operations/credit/redeem-reward.js';

/** Something of the catalogue, with what is in stock to tap. */
const stocked: SlotKind<string> = {
  ...words('请问要换什么？例如“抽纸”。发送“积分能换啥”可以看清单。', 50),
  taps: async (unit, { now }) =>
    (await unit.credit.rewards())
      .filter(reward => isOffered(reward, now) && reward.stock > 0)
      .map(reward => [reward.item, plain(reward.item, 20)] as const),
};

export default defineIntent({
  phrases: ['积分兑换', '我要兑换', '兑换积分'],
  slots: {
    item: stocked,
    quantity: optional(wholeNumber('请问要换几份？例如“一份”。', 0, 1_000_000)),
  },
  permission: 'credit.own',
  binds: 'household',
  help: { title: '用积分换东西', say: '兑换抽纸两包' },
  readBack: ({ item, quantity }) =>
    `用积分兑换${plain(String(item), 20)}${typeof quantity === 'number' ? quantity : 1}份`,

  async handle({ member, slots, unit, now, pressed, confirmed, isForm, said = '' }) {
    // A button is soon touched twice; the answer to a question is heard once.
    if (pressed && !confirmed)
      throw new Confirm(`您是要用积分兑换${plain(slots.item, 20)}${slots.quantity ?? 1}份吗？`);
    if (!pressed && !isForm && (slots.quantity ?? 1) > 1)
      ensurePortions(await rewardMeant(unit, slots.item, now), said);
    const wish = { member, item: slots.item, quantity: slots.quantity ?? 1, now };
    const { reward, redemption, left } = await redeemReward(unit, wish);

    const done = `换好了：${plain(reward.item, 20)}${redemption.quantity}份，用了${redemption.points}分，还剩${left}分。`;
    const lastDay = dayWords(new Date((redemption.holdsUntil ?? now).getTime() - 1), now);
    const code = `兑换码 **${redemption.code}**，最晚${lastDay}到${plain(reward.provider, 20)}出示领取；不要了发送“取消兑换”。`;
    // Whoever knows the code can fetch the goods, so it is not shown to the whole group.
    return {
      alone: `${done}\n${code}`,
      text: `${done}\n兑换码在您和我的私聊里：点我的头像，随便发一句话就能看到。`,
    };
  },
});

/** 两包抽纸 of 抽纸两包 may be one portion or two: where the thing has its own count in the same measure, the portions are asked for. */
function ensurePortions(
  { item, pricePoints }: { readonly item: string; readonly pricePoints: number },
  said: string,
): void {
  const measures = findQuantities(said).map(({ measure }) => measure);
  const isOwn = findQuantities(item).some(({ measure }) => measure !== '份' && measures.includes(measure));
  if (!isOwn) return;
  throw new AskSlot(
    'quantity',
    `一份就是“${plain(item, 20)}”，${pricePoints}分。请问要几份？例如回复“1份”。还没有换。`,
  );
}
