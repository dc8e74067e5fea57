import { plain } from '../../domain/plain-text.js';
import { taskDayWords } from '../../domain/works/task.js';
import { topics } from '../../store/notice/topics.js';
import { tells } from '../tells.js';

export default tells<'works.task-returned'>(async (_unit, { task, claimer, reason }, { now }) => {
  const { no, what, dueAt } = task;
  const why = reason === null ? '' : `：${plain(reason, 100)}`;
  const text = `有邻居去看了您认领的任务${no}“${plain(what, 40)}”，还没有办好${why}。请${taskDayWords(dueAt, now)}，办好再发送“任务${no}完成”。`;
  return [{ members: [claimer.userid], text, about: { topic: topics.task(task) } }];
});
