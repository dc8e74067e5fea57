import { endNotice } from '../funds/funds-report.js';
import { tells } from '../tells.js';

export default tells<'pledge.released'>(async (_unit, end, { now }) => [
  { group: endNotice(end, { by: 'secretary', now }) },
]);
