import type { Notice } from '../../store/notice/saying.js';
import { reportOf, tells } from '../tells.js';
import { fundsNotice, fundsOf, fundsSince } from './funds-report.js';

export default tells<'funds.week'>(async (unit, { due, pictures }, { now }) => {
  const notices: Notice[] = [];
  for (const { project, occasion } of due) {
    const last = await unit.disclosures.latest(project.id, 'funds');
    const change = await fundsSince(unit, project, last?.at ?? null);
    const text = fundsNotice(project, await fundsOf(unit, project), now, change);
    notices.push({ project, kind: 'funds', occasion, text });
  }
  return reportOf(unit, notices, pictures);
});
