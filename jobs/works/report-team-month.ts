import { defineJob } from '../../src/clock/job.js';
import { makeTeamMonths, monthsToPost, postMonth } from '../../src/operations/works/team-month.js';

export default defineJob({
  cron: '25 9 * * *',
  about: '每月第一个工作日做好各工程上个月的监管月报，请监管小组签字；五个工作日还没签全的，写明几人签字后公布',

  async run({ now, inUnit }) {
    await inUnit(async unit => {
      await makeTeamMonths(unit);
      for (const month of await monthsToPost(unit, now)) await postMonth(unit, month);
    });
  },
});
