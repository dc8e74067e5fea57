import { defineJob } from '../../src/clock/job.js';
import { roundsFallingShort, warnOfShortfall } from '../../src/operations/pledge/propose-ways.js';

export default defineJob({
  cron: '0 9 * * *',
  about: '认筹还有三天到期、还差钱的，私下告诉书记差多少、有哪些办法',

  async run({ now, inUnit }) {
    await inUnit(async unit => {
      for (const { project, gapFen } of await roundsFallingShort(unit, now))
        await warnOfShortfall(unit, { project, gapFen });
    });
  },
});
