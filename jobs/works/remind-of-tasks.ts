import { defineJob } from '../../src/clock/job.js';
import { remindOutside } from '../../src/operations/works/ask-outside.js';
import { remindOfTasks } from '../../src/operations/works/follow-task.js';

export default defineJob({
  cron: '10 9 * * *',
  about: '认领的任务快到期或超期了，在私聊里提醒认领的人；外单位还没答复的，提醒请他办的人去催',

  async run({ inUnit }) {
    await inUnit(unit => remindOfTasks(unit));
    await inUnit(unit => remindOutside(unit));
  },
});
