import { defineJob } from '../../src/clock/job.js';
import { forgetWhatIsOver } from '../../src/operations/people/forget-what-is-over.js';

export default defineJob({
  cron: '30 3 * * *',
  about: '删除过了保存期、不作证据的记录：回执30天、已发消息90天、没人回答的追问1天',

  async run({ now, inUnit }) {
    await inUnit(unit => forgetWhatIsOver(unit, now));
  },
});
