import { cancelNotice } from '../funds/final-notices.js';
import { fundsOf } from '../funds/funds-report.js';
import { surplusReminder } from '../funds/surplus-reminder.js';
import { topics } from '../../store/notice/topics.js';
import { tells } from '../tells.js';

/** The cashier, who gives back what is left, hears in private how. */
export default tells<'works.cancelled'>(async (unit, { project, reason, refundFen, households }, { now }) => {
  const funds = await fundsOf(unit, project);
  const text = cancelNotice(project, funds, { reason, refundFen, households, now });
  const reminder = surplusReminder(project, { refundFen, balanceFen: funds.freeFen });
  const cashiers = reminder === null ? [] : await unit.members.withRole('cashier');
  return [
    { notice: { project, kind: 'final', occasion: 'cancel', text } },
    { members: cashiers, text: reminder ?? '', about: { topic: topics.surplus(project) } },
  ];
});
