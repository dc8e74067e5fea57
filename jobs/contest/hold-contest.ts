import { defineJob } from '../../src/clock/job.js';
import {
  awaitsFigures,
  completeScoring,
  endObjections,
  handInFigures,
  handOnAnswers,
  handOnObjections,
  nextContestWork,
  showLists,
} from '../../src/operations/contest/advance-contest.js';

export default defineJob({
  cron: '*/5 8-20 * * *',
  about: '擂台赛：各网格从自己的记录里交数，交齐了出名单；公示和定稿告诉各群，异议和答复私下转达',

  nextDue: nextContestWork,

  async run({ inUnit }) {
    // A transaction each: figures of a large grid take a while, and nobody waits behind the rest.
    await inUnit(async unit => {
      const contest = await awaitsFigures(unit);
      if (contest) await handInFigures(unit, contest);
    });
    await inUnit(unit => completeScoring(unit));
    await inUnit(unit => showLists(unit));
    await inUnit(async unit => {
      await handOnAnswers(unit);
      await handOnObjections(unit);
      await endObjections(unit);
    });
  },
});
