import { plain } from '../../domain/plain-text.js';
import { taskDayWords } from '../../domain/works/task.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'works.task-due'>(async (_unit, { task, claimer }, { now }) => [
  {
    members: [claimer.userid],
    text: `您认领的任务${task.no}“${plain(task.what, 40)}”${taskDayWords(task.dueAt, now)}。办好了发送“任务${task.no}完成”，办不了发送“任务${task.no}放弃”，不要紧。`,
    about: { topic: topics.task(task) },
  },
]);
