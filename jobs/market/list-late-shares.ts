import { defineJob } from '../../src/clock/job.js';
import { listLateShares } from '../../src/operations/market/market-due.js';

export default defineJob({
  cron: '35 8 * * *',
  about: '每天早上私下告诉书记和会计哪些公益市场分成逾期了，并提醒经营方',

  async run({ inUnit }) {
    await inUnit(unit => listLateShares(unit));
  },
});
