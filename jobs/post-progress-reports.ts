import { defineJob } from '../src/job.js';
import { disclose } from '../src/operations/disclose.js';
import { progressDue } from '../src/operations/progress-due.js';
import { progressNotice } from '../src/publish/progress-report.js';

export default defineJob({
  cron: '0 18 * * *',
  about: '每天18:00公示各施工项目的进度',

  async run({ now, inUnit, boardUrl }) {
    await inUnit(async unit => {
      for (const { project, occasion, dueAt, ...works } of await progressDue(unit, now)) {
        const text = progressNotice(project, works, dueAt);
        await disclose(unit, {
          project,
          kind: 'progress',
          occasion,
          text,
          boardUrl: boardUrl(project.no),
          by: 'clock',
          now,
        });
      }
    });
  },
});
