import { defineJob } from '../../src/clock/job.js';
import { tellParticipants } from '../../src/operations/proposal/tell-participants.js';

export default defineJob({
  cron: '40 9 * * *',
  about:
    '报过、提过、附议、开会、投票、出钱出力、巡查过的人，私下听到事情走到哪一步，一件事一周最多一次，直到办成、道谢',

  async run({ inUnit }) {
    await inUnit(unit => tellParticipants(unit));
  },
});
