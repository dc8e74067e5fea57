import { defineJob } from '../../src/clock/job.js';
import { concludeReview, reviewsToConclude } from '../../src/operations/poll/conclude-review.js';
import { disclose } from '../../src/operations/notice/disclose.js';
import { summaryOf } from '../../src/domain/funds/ledger.js';
import { effectiveNotice } from '../../src/publish/poll/poll-notice.js';

export default defineJob({
  cron: '* * * * *',
  about: '结果公示期满、没有未答复的异议，决定生效，开始认筹',

  async nextDue(unit) {
    const dues = (await reviewsToConclude(unit)).map(({ effectiveAt }) => effectiveAt.getTime());
    return dues.length === 0 ? null : new Date(Math.min(...dues));
  },

  async run({ now, inUnit, boardUrl }) {
    const due = (await inUnit(reviewsToConclude)).filter(({ effectiveAt }) => effectiveAt <= now);
    for (const { project: found, effectiveAt } of due) {
      await inUnit(async unit => {
        const project = await unit.projects.byNo(found.no);
        if (project?.state !== 'result_published') return;
        await concludeReview(unit, { project, at: effectiveAt });
        const { receivedFen } = summaryOf(await unit.ledger.balances(project.id));
        const text = effectiveNotice(project, receivedFen);
        const occasion = `effective ${effectiveAt.toISOString()}`;
        await disclose(unit, {
          project,
          kind: 'result',
          occasion,
          text,
          boardUrl: boardUrl(project.no),
          by: 'clock',
          now,
        });
      });
    }
  },
});
