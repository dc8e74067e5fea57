import { tells } from '../tells.js';
import { fundsNotice, fundsOf } from './funds-report.js';

export default tells<'funds.moved'>(async (unit, { project, occasion }, { now }) => [
  { notice: { project, kind: 'funds', occasion, text: fundsNotice(project, await fundsOf(unit, project), now) } },
]);
