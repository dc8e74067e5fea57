import { defineJob } from '../../src/clock/job.js';
import { discloseTogether } from '../../src/operations/notice/disclose.js';
import { progressDue } from '../../src/operations/works/progress-due.js';
import { fundsOf } from '../../src/publish/funds/funds-report.js';
import { reportFoot } from '../../src/publish/journal-head.js';
import { progressPicture } from '../../src/publish/pictures.js';
import { progressNotice } from '../../src/publish/works/progress-report.js';

export default defineJob({
  cron: '0 18 * * *',
  about: '每天18:00公示各施工项目的进度，一个网格发一条，配一张图；没有变化的说一句',

  async run({ now, grid, inUnit, boardUrl }) {
    const blocks = await inUnit(async unit => {
      const due = await progressDue(unit, now);
      return Promise.all(due.map(async one => ({ ...one, works: one, funds: await fundsOf(unit, one.project) })));
    });
    const [first] = blocks;
    if (!first) return;
    // Drawn between two units of work: nobody waits for a picture.
    const news = blocks.filter(({ quietDays }) => quietDays === null);
    const pictures = news.length === 0 ? [] : [await progressPicture(grid.name, news, first.dueAt)];
    await inUnit(async unit => {
      const notices = blocks.map(({ project, occasion, works, dueAt }) => ({
        project,
        kind: 'progress' as const,
        occasion,
        text: progressNotice(project, works, dueAt),
        boardUrl: boardUrl(project.no),
      }));
      await discloseTogether(unit, notices, {
        foot: await reportFoot(unit, first.project.no),
        pictures,
      });
    });
  },
});
