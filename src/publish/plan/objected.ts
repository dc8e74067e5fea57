import { tells } from '../tells.js';
import { objectionNotice } from './objection-notice.js';
import { topics } from '../../store/notice/topics.js';

/** The secretary, who has to answer, hears of it in private as well. */
export default tells<'plan.objected'>(async (unit, { project, objection }) => {
  const { no } = objection;
  return [
    {
      notice: {
        project,
        kind: 'objection',
        occasion: `objection ${no}`,
        text: objectionNotice(project, objection),
      },
    },
    {
      members: await unit.members.withRole('grid_secretary'),
      text: `${project.no}号收到第${no}条异议，请按时答复：发送“答复${project.no}号异议${no}：……”；认为成立就写“答复${project.no}号异议${no}：成立，……”。`,
      about: { topic: topics.objection(project, objection) },
    },
  ];
});
