import { defineJob } from '../../src/clock/job.js';
import { remindDuty } from '../../src/operations/works/remind-duty.js';

export default defineJob({
  cron: '30 7 * * *',
  about: '施工期间每个工作日早上私下提醒轮到的监管小组成员去巡查',

  async run({ inUnit }) {
    await inUnit(unit => remindDuty(unit));
  },
});
