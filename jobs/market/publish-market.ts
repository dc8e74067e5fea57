import { defineJob } from '../../src/clock/job.js';
import { marketMonthDue, publishMarket } from '../../src/operations/market/market-due.js';
import { chainHead } from '../../src/publish/journal-head.js';
import { monthSheet } from '../../src/publish/market/market-report.js';

export default defineJob({
  cron: '20 9 * * *',
  about: '每月交款期过后公示公益市场上个月的应交、已收和慈善基金的结余',

  async run({ now, inUnit, boardUrl }) {
    await inUnit(async unit => {
      const month = await marketMonthDue(unit, now);
      const sheet = month === null ? null : await monthSheet(unit, month, now);
      if (month === null || sheet === null) return;
      const foot = `[公示栏](${boardUrl()}/market)\n${await chainHead(unit)}`;
      await publishMarket(unit, { month, text: `${sheet}\n${foot}`, now });
    });
  },
});
