import { summaryOf } from '../../domain/funds/ledger.js';
import { tells } from '../tells.js';
import { effectiveNotice } from './poll-notice.js';

export default tells<'poll.effective'>(async (unit, { project, at }) => {
  const { receivedFen } = summaryOf(await unit.ledger.balances(project.id));
  const text = effectiveNotice(project, receivedFen);
  return [{ notice: { project, kind: 'result', occasion: `effective ${at.toISOString()}`, text } }];
});
