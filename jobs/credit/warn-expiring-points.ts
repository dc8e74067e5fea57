import { defineJob } from '../../src/clock/job.js';
import { warnExpiry } from '../../src/operations/credit/warn-expiry.js';

export default defineJob({
  cron: '20 9 * * *',
  about: '积分到期前60天和15天在私聊里提醒',

  async run({ inUnit }) {
    await inUnit(unit => warnExpiry(unit));
  },
});
