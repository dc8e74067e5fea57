import { afterQuietHours } from '../src/domain/quiet-hours.js';
import { defineJob } from '../src/job.js';
import { closePledgeRound } from '../src/operations/close-pledge-round.js';
import { lapseNotice } from '../src/publish/funds-report.js';

export default defineJob({
  cron: '5 0 * * *',
  about: '认筹到期还不够的，认捐全部作废，不收任何钱',

  async nextDue(unit) {
    const ends = (await unit.projects.inStates(['pledging'])).flatMap(({ pledgeClosesAt }) =>
      pledgeClosesAt ? [pledgeClosesAt.getTime()] : [],
    );
    return ends.length === 0 ? null : new Date(Math.min(...ends) + 60_000);
  },

  async run({ now, inUnit }) {
    const due = await inUnit(async unit =>
      (await unit.projects.inStates(['pledging'])).filter(
        ({ pledgeClosesAt }) => pledgeClosesAt !== null && pledgeClosesAt < now,
      ),
    );
    for (const { id } of due) {
      await inUnit(async unit => {
        const closed = await closePledgeRound(unit, { projectId: id, now });
        if (!closed) return;
        const { project, pledgedFen } = closed;
        const text = lapseNotice(project, pledgedFen);
        await unit.posts.toGroup({ type: 'markdown_v2', text }, afterQuietHours(now));
      });
    }
  },
});
