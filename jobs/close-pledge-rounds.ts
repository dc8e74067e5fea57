import { plain } from '../src/domain/plain-text.js';
import { afterQuietHours } from '../src/domain/quiet-hours.js';
import { yuan } from '../src/domain/money.js';
import { defineJob } from '../src/job.js';
import { closePledgeRound } from '../src/operations/close-pledge-round.js';

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
        const text = `**【认筹结果】${project.no}号 ${plain(project.title, 40)}**\n到期认捐${yuan(pledgedFen)}，没有达到预算${yuan(project.budgetFen ?? 0)}。认捐全部作废，没有收任何钱。下一步：书记调整方案后重新公示。`;
        await unit.posts.toGroup({ type: 'markdown_v2', text }, afterQuietHours(now));
      });
    }
  },
});
