import { plain } from '../../domain/plain-text.js';
import { taskDayWords } from '../../domain/works/task.js';
import { tells } from '../tells.js';

export default tells<'works.task-due'>(async (_unit, { task: { no, what, dueAt }, claimer }, { now }) => [
  {
    members: [claimer.userid],
    text: `您认领的任务${no}“${plain(what, 40)}”${taskDayWords(dueAt, now)}。办好了发送“任务${no}完成”，办不了发送“任务${no}放弃”，不要紧。`,
  },
]);
