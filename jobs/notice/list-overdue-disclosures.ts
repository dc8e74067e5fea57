import { defineJob } from '../../src/clock/job.js';
import { listOverdue } from '../../src/operations/notice/list-overdue.js';

export default defineJob({
  cron: '30 8 * * *',
  about: '每天早上私下告诉书记哪些公示超期了',

  async run({ inUnit }) {
    await inUnit(unit => listOverdue(unit));
  },
});
