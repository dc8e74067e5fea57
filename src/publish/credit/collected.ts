import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';

export default tells<'credit.collected'>(async (unit, { redemption, reward }) => {
  const owner = await unit.members.byId(redemption.memberId);
  const what = `${plain(reward.item, 20)}${redemption.quantity}份`;
  return [
    {
      members: owner && !owner.erasedAt ? [owner.userid] : [],
      text: `您换的${what}已经领取。没有拿到请发送“积分申诉：……”。`,
      about: 'plain fact',
    },
  ];
});
