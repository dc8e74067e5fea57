import { dayWords } from '../../domain/calendar.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'credit.expiring'>(async (_unit, { userid, points, expiresAt }, { now }) => {
  const lastDay = dayWords(new Date(expiresAt.getTime() - 1), now);
  return [
    {
      members: [userid],
      text: `您有${points}分积分用到${lastDay}为止，过期作废。发送“积分能换啥”看看换点什么。`,
      about: { topic: topics.expiring, until: expiresAt },
    },
  ];
});
