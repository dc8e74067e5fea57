import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

/** The secretaries of the grid and of the community; not about an appeal of their own. */
export default tells<'credit.appealed'>(async (unit, { appeal }, { by }) => {
  const secretaries = await unit.members.withAnyRole(['grid_secretary', 'community_secretary']);
  const text = `积分申诉${appeal.no}：${plain(appeal.text, 200)}\n请发送“答复申诉${appeal.no}：……”。`;
  return [{ members: secretaries.filter(userid => userid !== by), text, about: { topic: topics.appeal(appeal) } }];
});
