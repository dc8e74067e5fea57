import { defineJob } from '../../src/clock/job.js';
import { climbReports } from '../../src/operations/proposal/climb-reports.js';

export default defineJob({
  cron: '5 9 * * *',
  about: '报事过了答复或办结的日子，私下提醒管事的人和书记，再过三个工作日列入调度',

  async run({ inUnit }) {
    await inUnit(unit => climbReports(unit));
  },
});
