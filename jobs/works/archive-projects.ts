import { defineJob } from '../../src/clock/job.js';
import { archiveProject, archivesDue } from '../../src/operations/works/archive-project.js';

export default defineJob({
  cron: '30 9 * * *',
  about: '决算公示期满、评价结束、账上余额为零的项目归档，在群里说一声做到了什么',

  async run({ now, inUnit }) {
    await inUnit(async unit => {
      for (const project of await archivesDue(unit, now)) await archiveProject(unit, project);
    });
  },
});
