import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'contest.over'>(async (_unit, { organiser, contest: { edition } }) => [
  {
    members: [organiser],
    text: `第${edition}届擂台赛公示期满。异议都答复了就发送“擂台赛第${edition}届定稿”。`,
    about: { topic: topics.contest({ edition }) },
  },
]);
