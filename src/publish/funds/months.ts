import type { Notice } from '../../store/notice/saying.js';
import { reportOf, tells } from '../tells.js';
import { monthlySheet, statementNotice } from './funds-statement.js';

export default tells<'funds.months'>(async (unit, { due }, { boardUrl }) => {
  const notices: Notice[] = [];
  for (const { project, month } of due) {
    const sheet = await monthlySheet(unit, project, month);
    if (!sheet) continue;
    const text = await statementNotice(unit, sheet, boardUrl(project.no));
    notices.push({ project, kind: 'statement', occasion: month, text });
  }
  return reportOf(unit, notices);
});
