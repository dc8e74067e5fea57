import { defineJob } from '../../src/clock/job.js';
import { marketMonthDue, publishMarket } from '../../src/operations/market/market-due.js';
import { monthSheet } from '../../src/publish/market/market-report.js';

export default defineJob({
  cron: '20 9 * * *',
  about: '每月交款期过后公示公益市场上个月的应交、已收和慈善基金的结余',

  async run({ now, inUnit }) {
    await inUnit(async unit => {
      const month = await marketMonthDue(unit, now);
      const sheet = month === null ? null : await monthSheet(unit, month, now);
      if (month !== null && sheet !== null) await publishMarket(unit, { month, sheet });
    });
  },
});
