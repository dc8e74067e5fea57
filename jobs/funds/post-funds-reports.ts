import { defineJob } from '../../src/clock/job.js';
import { fundsReportsDue } from '../../src/operations/funds/funds-due.js';
import { fundsOf, fundsSince, isStill } from '../../src/publish/funds/funds-report.js';
import { roundRows } from '../../src/publish/pledge/round-progress.js';
import { fundsPicture } from '../../src/publish/pictures.js';

export default defineJob({
  cron: '0 9 * * *',
  about: '每周第一个工作日公示各项目的资金收支，一个网格发一条，配一张图',

  async run({ now, grid, inUnit }) {
    const due = await inUnit(async unit =>
      Promise.all(
        (await fundsReportsDue(unit, now)).map(async one => {
          const last = await unit.disclosures.latest(one.project.id, 'funds');
          const change = await fundsSince(unit, one.project, last?.at ?? null);
          const places = await roundRows(unit, one.project, now);
          return { ...one, change, places, funds: await fundsOf(unit, one.project) };
        }),
      ),
    );
    if (due.length === 0) return;
    // Drawn between two units of work: nobody waits for a picture.
    const news = due.filter(({ change, funds }) => (change === null ? funds.receivedFen > 0 : !isStill(change)));
    const pictures = news.length === 0 ? [] : [await fundsPicture(grid.name, news, now)];
    await inUnit(unit => unit.tell('funds.week', { due, pictures }));
  },
});
