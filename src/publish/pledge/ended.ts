import { endNotice } from '../funds/funds-report.js';
import { surplusReminder } from '../funds/surplus-reminder.js';
import { topics } from '../../store/notice/topics.js';
import { tells } from '../tells.js';

/** With the minimum it is a notice, as it opens the collecting; else a post, and the cashier hears what goes back. */
export default tells<'pledge.ended'>(async (unit, end, { now }) => {
  const { project, outcome, back } = end;
  const text = endNotice(end, { by: 'clock', grid: unit.grid, now });
  if (outcome === 'minimum')
    return [{ notice: { project, kind: 'funds', occasion: `minimum ${now.toISOString()}`, text } }];
  const { residentsFen: refundFen, othersFen } = back;
  const reminder = surplusReminder(project, { refundFen, balanceFen: refundFen + othersFen });
  const cashiers = reminder === null ? [] : await unit.members.withRole('cashier');
  return [{ group: text }, { members: cashiers, text: reminder ?? '', about: { topic: topics.surplus(project) } }];
});
