import { afterQuietHours } from '../../src/domain/notice/quiet-hours.js';
import { defineJob } from '../../src/clock/job.js';
import { closePledgeRound } from '../../src/operations/pledge/close-pledge-round.js';
import { disclose } from '../../src/operations/notice/disclose.js';
import { proposeWays } from '../../src/operations/pledge/propose-ways.js';
import { endNotice } from '../../src/publish/funds/funds-report.js';
import { surplusReminder } from '../../src/publish/funds/surplus-reminder.js';
import { shortfallWords } from '../../src/publish/pledge/shortfall-words.js';

export default defineJob({
  cron: '5 0 * * *',
  about: '认筹到期：认到最低额的开始收款，还不够的认捐全部作废，收到的钱退回；差多少、怎么办，私下告诉书记',

  async nextDue(unit) {
    const ends = (await unit.projects.inStates(['pledging'])).flatMap(({ pledgeClosesAt }) =>
      pledgeClosesAt ? [pledgeClosesAt.getTime()] : [],
    );
    return ends.length === 0 ? null : new Date(Math.min(...ends) + 60_000);
  },

  async run({ now, inUnit, boardUrl }) {
    const due = await inUnit(async unit =>
      (await unit.projects.inStates(['pledging'])).filter(
        ({ pledgeClosesAt }) => pledgeClosesAt !== null && pledgeClosesAt < now,
      ),
    );
    for (const { id } of due) {
      await inUnit(async unit => {
        const closed = await closePledgeRound(unit, { projectId: id, now });
        if (!closed) return;
        const { project, outcome, gapFen } = closed;
        const text = endNotice(closed, { by: 'clock', now });
        if (outcome === 'minimum')
          await disclose(unit, {
            project,
            kind: 'funds',
            occasion: `minimum ${now.toISOString()}`,
            text,
            boardUrl: boardUrl(project.no),
            by: 'clock',
            now,
          });
        else {
          await unit.posts.toGroup({ type: 'markdown_v2', text }, afterQuietHours(now));
          const { residentsFen: refundFen, othersFen } = closed.back;
          const reminder = surplusReminder(project, { refundFen, balanceFen: refundFen + othersFen });
          for (const cashier of reminder === null ? [] : await unit.members.withRole('cashier'))
            await unit.posts.toMember(cashier, reminder ?? '', afterQuietHours(now));
        }
        if (gapFen > 0) await proposeWays(unit, { no: project.no, text: shortfallWords(project, gapFen, now), now });
      });
    }
  },
});
