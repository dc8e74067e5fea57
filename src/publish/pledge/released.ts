import { endNotice } from '../funds/funds-report.js';
import { tells } from '../tells.js';

export default tells<'pledge.released'>(async (unit, end, { now }) => [
  { group: endNotice(end, { by: 'secretary', grid: unit.grid, now }) },
]);
