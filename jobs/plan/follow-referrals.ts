import { defineJob } from '../../src/clock/job.js';
import { referralsOverdue, tellOverdue } from '../../src/operations/plan/follow-referrals.js';

export default defineJob({
  cron: '0 9 * * *',
  about: '转给别人办的事过了说好的日子，群里说明，私下提醒书记',

  async run({ now, inUnit }) {
    await inUnit(async unit => {
      for (const project of await referralsOverdue(unit, now)) await tellOverdue(unit, project);
    });
  },
});
