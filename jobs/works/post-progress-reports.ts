import { defineJob } from '../../src/clock/job.js';
import { progressDue } from '../../src/operations/works/progress-due.js';
import { fundsOf } from '../../src/publish/funds/funds-report.js';
import { progressPicture } from '../../src/publish/pictures.js';

export default defineJob({
  cron: '0 18 * * *',
  about: '每天18:00公示各施工项目的进度，一个网格发一条，配一张图；没有变化的说一句',

  async run({ now, grid, inUnit }) {
    const due = await inUnit(async unit =>
      Promise.all(
        (await progressDue(unit, now)).map(async one => ({ ...one, funds: await fundsOf(unit, one.project) })),
      ),
    );
    const [first] = due;
    if (!first) return;
    // Drawn between two units of work: nobody waits for a picture.
    const news = due.filter(({ quietDays }) => quietDays === null);
    const pictures = news.length === 0 ? [] : [await progressPicture(grid.name, news, first.dueAt)];
    await inUnit(unit => unit.tell('works.progress', { due, pictures }));
  },
});
