import { onlyOne } from '../../../domain/only-one.js';
import { plain } from '../../../domain/plain-text.js';
import { topic } from '../topic.js';

/** How many homes have taken a benefit. */
export default topic({
  title: '优惠几家领了',
  said: `
    几家领了 优惠几家领了 多少户领了优惠 有人领吗 优惠领了几户了 这个优惠有多少人享受 领优惠的有几家 一共几户在享受 电费减免多少家领了
  `,
  needs: /优惠|减|享受|领/u,
  about: /^benefit\./u,
  answer: async ({ turn: { unit } }) => {
    const open = await unit.credit.benefits.open();
    if (open.length === 0) return null;
    const only = onlyOne(open);
    if (!only) return { intent: 'benefit.list', slots: {} };
    const uses = await unit.credit.benefits.usesOf(only.id);
    const homes = new Set(uses.map(({ householdId }) => householdId)).size;
    return `优惠${only.no}“${plain(only.what, 40)}”现在${homes}户在享受。`;
  },
});
