import { tells } from '../tells.js';
import { monthNotice } from './month-notice.js';

export default tells<'works.reported'>(async (_unit, { project, report, team }) => [
  { notice: { project, kind: 'plan', occasion: `team ${report.month}`, text: monthNotice(project, report, team) } },
]);
