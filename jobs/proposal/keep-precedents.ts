import { defineJob } from '../../src/clock/job.js';
import { keepPrecedent, precedentsDue, sourceOf } from '../../src/operations/proposal/keep-precedents.js';
import { precedentFacts } from '../../src/publish/proposal/precedent-words.js';

export default defineJob({
  cron: '50 9 * * *',
  about: '归档的项目收进案例库：花了多少、用了多少天、有过什么不同意见，不写任何人',

  async run({ now, inUnit }) {
    await inUnit(async unit => {
      for (const project of await precedentsDue(unit)) {
        const facts = await precedentFacts(unit, project, { source: sourceOf(unit, project), now });
        if (facts) await keepPrecedent(unit, { facts, no: project.no });
      }
    });
  },
});
