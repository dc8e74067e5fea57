import { defineJob } from '../../src/clock/job.js';
import { statementsDue } from '../../src/operations/funds/funds-due.js';

export default defineJob({
  cron: '15 9 * * *',
  about: '每月第一个工作日公示各项目上个月的收支明细，一个网格发一条',

  async run({ now, inUnit }) {
    await inUnit(async unit => unit.tell('funds.months', { due: await statementsDue(unit, now) }));
  },
});
