import { defineJob } from '../../src/clock/job.js';
import { offerToKeepChange } from '../../src/operations/funds/keep-change.js';
import { refundShares } from '../../src/operations/funds/pay-refunds.js';
import { lastMorning, publishSettlement, settlementsDue } from '../../src/operations/funds/publish-settlement.js';
import { openOf, tellWhatIsOpen } from '../../src/operations/funds/what-is-open.js';
import { finalNotice, looksOf } from '../../src/publish/funds/final-notices.js';
import { fundsOf } from '../../src/publish/funds/funds-report.js';
import { surplusReminder } from '../../src/publish/funds/surplus-reminder.js';
import { emergencyAccount } from '../../src/publish/works/emergency-words.js';

export default defineJob({
  cron: '0 9 * * *',
  about:
    '验收合格的项目，第二天早上公示决算；还有没付、没对账、没复查、缺凭据的，先告诉该办的人，办完再公示；有余款的提醒出纳退款',

  async run({ now, inUnit, boardUrl }) {
    const due = await inUnit(unit => settlementsDue(unit, now));
    // A transaction each: one project whose accounts cannot be published must not hold up the others.
    for (const { id } of due) {
      await inUnit(async unit => {
        const project = await unit.projects.byId(id);
        if (project?.state !== 'accepted') return;
        const matters = await openOf(unit, project, now);
        if (matters.length > 0) {
          await tellWhatIsOpen(unit, project, { matters, since: lastMorning(now), now });
          return;
        }
        const funds = await fundsOf(unit, project);
        const shares = await refundShares(unit, project);
        const refundFen = shares.reduce((sum, { amountFen }) => sum + amountFen, 0);
        const emergency = await emergencyAccount(unit, project, funds.spentFen);
        const looks = await looksOf(unit, project);
        const text = finalNotice(project, funds, { refundFen, households: shares.length, looks, now, emergency });
        const reminder = surplusReminder(project, { refundFen, balanceFen: funds.freeFen });
        await publishSettlement(unit, { project, text, reminder, boardUrl: boardUrl(project.no), now });
        await offerToKeepChange(unit, project, now);
      });
    }
  },
});
