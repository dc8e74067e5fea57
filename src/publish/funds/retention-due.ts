import { wholeDayTold } from '../../domain/calendar.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

/** The secretary looks at the works, and the cashier pays. */
export default tells<'funds.retention-due'>(async (unit, { project, request }) => {
  const { no, entryNo, warrantyOn } = request;
  const what = `${project?.no ?? ''}号项目第${entryNo ?? 0}号凭证的质保期到${warrantyOn ? wholeDayTold(warrantyOn) : ''}已满`;
  return [
    {
      members: await unit.members.withRole('grid_secretary'),
      text: `${what}。请去看看有没有质量问题，没有就请出纳付质保金。`,
      about: { topic: topics.retention(request) },
    },
    {
      members: await unit.members.withRole('cashier'),
      text: `${what}。网格书记看过没有问题、付出以后，请发送“付申请${no}质保金”。`,
      about: { topic: topics.retention(request) },
    },
  ];
});
