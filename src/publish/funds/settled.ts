import { topics } from '../../store/notice/topics.js';
import { tells } from '../tells.js';
import { emergencyAccount } from '../works/emergency-words.js';
import { finalNotice, looksOf } from './final-notices.js';
import { fundsOf } from './funds-report.js';
import { surplusReminder } from './surplus-reminder.js';

/** When money is left over, the cashier is told in private what becomes of it. */
export default tells<'funds.settled'>(async (unit, { project, refundFen, households }, { now }) => {
  const funds = await fundsOf(unit, project);
  const emergency = await emergencyAccount(unit, project, funds.spentFen);
  const looks = await looksOf(unit, project);
  const text = finalNotice(project, funds, { refundFen, households, looks, now, emergency });
  const reminder = surplusReminder(project, { refundFen, balanceFen: funds.freeFen });
  const cashiers = reminder === null ? [] : await unit.members.withRole('cashier');
  return [
    { notice: { project, kind: 'final', occasion: 'settlement', text } },
    { members: cashiers, text: reminder ?? '', about: { topic: topics.surplus(project) } },
  ];
});
