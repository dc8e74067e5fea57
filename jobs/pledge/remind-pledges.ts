import { defineJob } from '../../src/clock/job.js';
import { remindPledges } from '../../src/operations/pledge/remind-pledges.js';

export default defineJob({
  cron: '0 10 * * *',
  about: '认捐还没交的，私下提醒，最多三次，从不在群里',

  async run({ inUnit }) {
    await inUnit(unit => remindPledges(unit));
  },
});
