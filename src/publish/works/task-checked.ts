import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';

export default tells<'works.task-checked'>(async (_unit, { task, claimer }) => [
  {
    members: [claimer.userid],
    text: `您认领的任务${task.no}“${plain(task.what, 40)}”已有邻居核实，办好了，谢谢您！`,
    about: 'plain fact',
  },
]);
