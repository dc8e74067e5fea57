import { defineJob } from '../../src/clock/job.js';
import { lapseRedemptions } from '../../src/operations/credit/end-redemption.js';

export default defineJob({
  cron: '10 0 * * *',
  about: '没有按时领取的兑换退回积分和库存',

  async run({ inUnit }) {
    await inUnit(unit => lapseRedemptions(unit));
  },
});
