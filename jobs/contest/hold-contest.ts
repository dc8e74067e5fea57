import { defineJob } from '../../src/clock/job.js';
import {
  awaitsFigures,
  completeScoring,
  handInFigures,
  markTold,
  nextContestWork,
  takeAnswers,
  takeExpired,
  takeObjections,
  untold,
} from '../../src/operations/contest/advance-contest.js';
import { answerWords, contestDraft, contestNotice, objectionWords } from '../../src/publish/contest/contest-notice.js';

export default defineJob({
  cron: '*/5 8-20 * * *',
  about: '擂台赛：各网格从自己的记录里交数，交齐了出名单；公示和定稿告诉各群，异议和答复私下转达',

  nextDue: nextContestWork,

  async run({ now, inUnit, boardUrl }) {
    // A transaction each: figures of a large grid take a while, and nobody waits behind the rest.
    await inUnit(async unit => {
      const contest = await awaitsFigures(unit);
      if (contest) await handInFigures(unit, contest, now);
    });
    await inUnit(async unit => {
      const contest = await completeScoring(unit, now);
      const organiser = contest && (await unit.members.byId(contest.openedById));
      if (!contest || !organiser) return;
      const next = `没有问题就发送“擂台赛第${contest.edition}届公示”。`;
      await unit.posts.toMember(organiser.userid, `${await contestDraft(unit, contest)}\n${next}`, now);
    });
    await inUnit(async unit => {
      for (const contest of await untold(unit)) {
        const text = await contestNotice(unit, contest, boardUrl(), now);
        await unit.posts.toGroup({ type: 'markdown_v2', text }, now);
        markTold(unit, contest, now);
      }
    });
    await inUnit(async unit => {
      for (const { userid, ...rest } of await takeAnswers(unit, now))
        await unit.posts.toMember(userid, answerWords(rest), now);
      const fresh = await takeObjections(unit, now);
      if (fresh) await unit.posts.toMember(fresh.organiser, objectionWords(fresh.objections, now), now);
      const over = await takeExpired(unit, now);
      if (over) {
        const { edition } = over.contest;
        const text = `第${edition}届擂台赛公示期满。异议都答复了就发送“擂台赛第${edition}届定稿”。`;
        await unit.posts.toMember(over.organiser, text, now);
      }
    });
  },
});
