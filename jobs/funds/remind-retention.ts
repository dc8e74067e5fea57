import { defineJob } from '../../src/clock/job.js';
import { remindOfRetention } from '../../src/operations/funds/release-retention.js';

export default defineJob({
  cron: '15 9 * * *',
  about: '质保期满的，提醒书记查看、出纳付质保金，只提醒一次',

  async run({ inUnit }) {
    await inUnit(unit => remindOfRetention(unit));
  },
});
