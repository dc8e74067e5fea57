import { defineJob } from '../../src/clock/job.js';
import { offerToKeepChange } from '../../src/operations/funds/keep-change.js';
import { lastMorning, publishSettlement, settlementsDue } from '../../src/operations/funds/publish-settlement.js';
import { openOf, tellWhatIsOpen } from '../../src/operations/funds/what-is-open.js';

export default defineJob({
  cron: '0 9 * * *',
  about:
    '验收合格的项目，第二天早上公示决算；还有没付、没对账、没复查、缺凭据的，先告诉该办的人，办完再公示；有余款的提醒出纳退款',

  async run({ now, inUnit }) {
    const due = await inUnit(unit => settlementsDue(unit, now));
    // A transaction each: one project whose accounts cannot be published must not hold up the others.
    for (const { id } of due) {
      await inUnit(async unit => {
        const project = await unit.projects.byId(id);
        if (project?.state !== 'accepted') return;
        const matters = await openOf(unit, project, now);
        if (matters.length > 0) {
          await tellWhatIsOpen(unit, project, { matters, since: lastMorning(now) });
          return;
        }
        await publishSettlement(unit, { project });
        await offerToKeepChange(unit, project);
      });
    }
  },
});
