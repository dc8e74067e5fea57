import { endOfDay } from '../../domain/calendar.js';
import { tells } from '../tells.js';

export default tells<'notice.overdue'>(async (unit, { lines }, { now }) => [
  {
    members: await unit.members.withRole('grid_secretary'),
    text: ['**今天超期的事**', ...lines, '发送“12号进度”或“12号收支”核对后补发。'].join('\n'),
    about: { topic: 'overdue', until: endOfDay(now) },
  },
]);
