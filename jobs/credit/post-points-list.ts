import { defineJob } from '../../src/clock/job.js';
import { takeMonth } from '../../src/operations/credit/publish-points.js';
import { pointsList, pointsSample } from '../../src/publish/credit/points-list.js';

export default defineJob({
  cron: '30 9 * * *',
  about: '每月公示上个月的积分（名字打码、只列合计，7天内可以提异议），抽十分之一请监管小组核对',

  async run({ now, inUnit }) {
    await inUnit(async unit => {
      const month = await takeMonth(unit, now);
      if (!month) return;
      if (month.totals.length > 0) await unit.posts.toGroup({ type: 'markdown_v2', text: pointsList(month, now) }, now);
      if (month.sample.length === 0) return;
      for (const userid of await unit.members.withRole('supervisor'))
        await unit.posts.toMember(userid, pointsSample(month, now), now);
    });
  },
});
