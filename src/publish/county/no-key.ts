import { topics } from '../../store/notice/topics.js';
import { tells } from '../tells.js';

export default tells<'county.no-key'>(async (_unit, { year, userids }) => [
  {
    members: userids,
    text: `本网格还没有定${year}年度攻坚项目。请在群里发送例如“12号定为${year}年度攻坚项目：目标120户不再停水，期限12月31日”。`,
    about: { topic: topics.key({ year }) },
  },
]);
