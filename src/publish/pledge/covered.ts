import { gapNotice } from '../funds/funds-report.js';
import { tells } from '../tells.js';

export default tells<'pledge.covered'>(async (unit, covered, { now, messageId }) => {
  const { project, turn } = covered;
  return [
    {
      notice: {
        project,
        kind: 'funds',
        occasion: `${turn} ${messageId}`,
        text: gapNotice(covered, { grid: unit.grid, now }),
      },
    },
  ];
});
