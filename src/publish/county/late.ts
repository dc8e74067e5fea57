import { plain } from '../../domain/plain-text.js';
import { projectName } from '../../domain/project-words.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'county.late'>(async (unit, { project: { no, title }, reason }) => [
  {
    members: await unit.members.withRole('grid_secretary'),
    text: `${projectName({ no, title }, 40)}滞后：${plain(reason, 100)}。请处理；下次调度会问到它。`,
    about: { topic: topics.late({ no }) },
  },
]);
