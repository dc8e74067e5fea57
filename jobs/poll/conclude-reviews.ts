import { defineJob } from '../../src/clock/job.js';
import { concludeReview, reviewsToConclude } from '../../src/operations/poll/conclude-review.js';

export default defineJob({
  cron: '* * * * *',
  about: '结果公示期满、没有未答复的异议，决定生效，开始认筹',

  async nextDue(unit) {
    const dues = (await reviewsToConclude(unit)).map(({ effectiveAt }) => effectiveAt.getTime());
    return dues.length === 0 ? null : new Date(Math.min(...dues));
  },

  async run({ now, inUnit }) {
    const due = (await inUnit(reviewsToConclude)).filter(({ effectiveAt }) => effectiveAt <= now);
    for (const { project: found, effectiveAt } of due) {
      await inUnit(async unit => {
        const project = await unit.projects.byNo(found.no);
        if (project?.state !== 'result_published') return;
        await concludeReview(unit, { project, at: effectiveAt });
      });
    }
  },
});
