import { defineJob } from '../../src/clock/job.js';
import { keepDayHead } from '../../src/operations/notice/keep-day-head.js';

export default defineJob({
  cron: '5 0 * * *',
  about: '每天0:05把全部网格的记录链头记成一条总链，印在每个公示栏上',

  async run({ inUnit }) {
    // The first grid of the round does it for all; for the others it is done.
    await inUnit(keepDayHead);
  },
});
