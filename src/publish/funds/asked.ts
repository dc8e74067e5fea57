import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'funds.asked'>(async (unit, { project, request }) => [
  {
    members: await unit.members.withRole('bookkeeper'),
    text: `${project.no}号有支出申请${request.no}：${yuan(request.amountFen)}，${plain(request.purpose, 60)}。核对无误请发送“核对申请${request.no}”。`,
    about: { topic: topics.spend(request) },
  },
]);
