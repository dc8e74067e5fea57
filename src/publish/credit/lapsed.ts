import { tells } from '../tells.js';

export default tells<'credit.lapsed'>(async (unit, { redemption, reward }) => {
  const owner = await unit.members.byId(redemption.memberId);
  return [
    {
      members: owner && !owner.erasedAt ? [owner.userid] : [],
      text: `您换的${reward.item}${redemption.quantity}份没有在约定的日子领取，${redemption.points}分已退回。还要的话请再兑换一次。`,
      about: 'plain fact',
    },
  ];
});
