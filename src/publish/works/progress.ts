import { reportOf, tells } from '../tells.js';
import { progressNotice } from './progress-report.js';

export default tells<'works.progress'>(async (unit, { due, pictures }) => {
  const notices = due.map(one => {
    const { project, occasion } = one;
    return { project, kind: 'progress' as const, occasion, text: progressNotice(one) };
  });
  return reportOf(unit, notices, pictures);
});
