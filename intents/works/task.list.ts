import { defineIntent } from '../../src/talk/intent.js';
import { openTasks, tasksDone } from '../../src/operations/works/follow-task.js';

export default defineIntent({
  group: '我',
  pattern: /^(?:看看?)?(?:认领的)?任务(?:列表|清单)?[。！!？?]*$/u,
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看邻居们认领了哪些小事、办得怎样', say: '任务' },
  async handle({ unit, now }) {
    const lines = await openTasks(unit, now);
    const done = await tasksDone(unit, now);
    const ended = done.length > 0 ? [`一周里核实办好的：${done.join('；')}。`] : [];
    if (lines.length === 0)
      return ['现在没有认领着的任务。想认领就在群里说，例如“三单元的路灯我来盯”。', ...ended].join('\n');
    return ['**认领着的任务**', ...lines, ...ended].join('\n');
  },
});
