import { defineJob } from '../../src/clock/job.js';
import { publishPoints } from '../../src/operations/credit/publish-points.js';

export default defineJob({
  cron: '30 9 * * *',
  about: '每月公示上个月的积分（名字打码、只列合计，7天内可以提异议），抽十分之一请监管小组核对',

  async run({ inUnit }) {
    await inUnit(unit => publishPoints(unit));
  },
});
