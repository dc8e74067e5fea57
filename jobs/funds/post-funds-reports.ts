import { defineJob } from '../../src/clock/job.js';
import { discloseTogether } from '../../src/operations/notice/disclose.js';
import { fundsReportsDue } from '../../src/operations/funds/funds-due.js';
import { fundsNotice, fundsOf, fundsSince, isStill } from '../../src/publish/funds/funds-report.js';
import { reportFoot } from '../../src/publish/journal-head.js';
import { fundsPicture } from '../../src/publish/pictures.js';

export default defineJob({
  cron: '0 9 * * *',
  about: '每周第一个工作日公示各项目的资金收支，一个网格发一条，配一张图',

  async run({ now, grid, inUnit, boardUrl }) {
    const blocks = await inUnit(async unit => {
      const due = await fundsReportsDue(unit, now);
      return Promise.all(
        due.map(async ({ project, occasion }) => {
          const last = await unit.disclosures.latest(project.id, 'funds');
          const change = await fundsSince(unit, project, last?.at ?? null);
          return { project, occasion, change, funds: await fundsOf(unit, project) };
        }),
      );
    });
    const [first] = blocks;
    if (!first) return;
    const news = blocks.filter(({ change, funds }) => (change === null ? funds.receivedFen > 0 : !isStill(change)));
    const pictures = news.length === 0 ? [] : [await fundsPicture(grid.name, news, now)];
    await inUnit(async unit => {
      const notices = blocks.map(({ project, occasion, funds, change }) => ({
        project,
        kind: 'funds' as const,
        occasion,
        text: fundsNotice(project, funds, now, change),
        boardUrl: boardUrl(project.no),
      }));
      await discloseTogether(unit, notices, {
        foot: await reportFoot(unit, first.project.no),
        pictures,
      });
    });
  },
});
