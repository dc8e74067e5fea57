import { defineJob } from '../../src/clock/job.js';
import { sendMorningLists } from '../../src/operations/morning-lists.js';

export default defineJob({
  cron: '30 8 * * *',
  about: '每天8:30私下告诉有职务的人今天有什么等他办，一天最多一次，没有事不发',

  async run({ inUnit }) {
    await inUnit(unit => sendMorningLists(unit));
  },
});
