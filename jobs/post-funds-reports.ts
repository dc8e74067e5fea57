import { defineJob } from '../src/job.js';
import { disclose } from '../src/operations/disclose.js';
import { fundsReportsDue } from '../src/operations/funds-due.js';
import { fundsNotice, fundsOf } from '../src/publish/funds-report.js';

export default defineJob({
  cron: '0 9 * * 1',
  about: '每周一公示各项目的资金收支',

  async run({ now, inUnit, boardUrl }) {
    const due = await inUnit(unit => fundsReportsDue(unit, now));
    for (const { id, occasion } of due) {
      await inUnit(async unit => {
        const project = await unit.projects.byId(id);
        if (!project) return;
        const text = fundsNotice(project, await fundsOf(unit, project), now);
        await disclose(unit, {
          project,
          kind: 'funds',
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
