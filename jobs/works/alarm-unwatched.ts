import { defineJob } from '../../src/clock/job.js';
import { alarmUnwatched } from '../../src/operations/works/alarm-unwatched.js';

export default defineJob({
  cron: '0 8 * * *',
  about: '连续三个工作日没有人巡查的工程，在群里说明，不点名，以后每十个工作日再说，并告诉书记',

  async run({ inUnit }) {
    await inUnit(unit => alarmUnwatched(unit));
  },
});
