import { defineJob } from '../../src/clock/job.js';
import { closePledgeRound } from '../../src/operations/pledge/close-pledge-round.js';

export default defineJob({
  cron: '5 0 * * *',
  about: '认筹到期：认到最低额的开始收款，还不够的认捐全部作废，收到的钱退回；差多少、怎么办，私下告诉书记',

  async nextDue(unit) {
    const ends = (await unit.projects.inStates(['pledging'])).flatMap(({ pledgeClosesAt }) =>
      pledgeClosesAt ? [pledgeClosesAt.getTime()] : [],
    );
    return ends.length === 0 ? null : new Date(Math.min(...ends) + 60_000);
  },

  async run({ now, inUnit }) {
    const due = await inUnit(async unit =>
      (await unit.projects.inStates(['pledging'])).filter(
        ({ pledgeClosesAt }) => pledgeClosesAt !== null && pledgeClosesAt < now,
      ),
    );
    for (const { id } of due) await inUnit(unit => closePledgeRound(unit, { projectId: id }));
  },
});
