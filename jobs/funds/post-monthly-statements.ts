import { defineJob } from '../../src/clock/job.js';
import { discloseTogether, type Notice } from '../../src/operations/notice/disclose.js';
import { statementsDue } from '../../src/operations/funds/funds-due.js';
import { monthlySheet, statementNotice } from '../../src/publish/funds/funds-statement.js';
import { reportFoot } from '../../src/publish/journal-head.js';

export default defineJob({
  cron: '15 9 * * *',
  about: '每月第一个工作日公示各项目上个月的收支明细，一个网格发一条',

  async run({ now, inUnit, boardUrl }) {
    await inUnit(async unit => {
      const notices: Notice[] = [];
      for (const { project, month } of await statementsDue(unit, now)) {
        const sheet = await monthlySheet(unit, project, month);
        if (!sheet) continue;
        const address = boardUrl(project.no);
        const text = await statementNotice(unit, sheet, address);
        notices.push({ project, kind: 'statement', occasion: month, text, boardUrl: address });
      }
      const [first] = notices;
      if (first) await discloseTogether(unit, notices, { foot: await reportFoot(unit, first.project.no) });
    });
  },
});
