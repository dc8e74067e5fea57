import { tells } from '../tells.js';
import { acceptanceNotice } from './progress-report.js';

export default tells<'works.accepted'>(async (_unit, { project, ...signing }) => [
  { notice: { project, kind: 'acceptance', occasion: 'accepted', text: acceptanceNotice(project, signing) } },
]);
