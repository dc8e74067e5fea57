import { tells } from '../tells.js';
import { fundingNotice } from './funds-report.js';

export default tells<'funds.turned'>(async (unit, { project, turn, summary }, { now, messageId }) => {
  const text = fundingNotice(project, summary, { turn, grid: unit.grid, now });
  return text === null ? [] : [{ notice: { project, kind: 'funds', occasion: `${turn} ${messageId}`, text } }];
});
