import { yuan } from '../../domain/money.js';
import { tells } from '../tells.js';
import { leftWords, shareOf } from './market-words.js';

export default tells<'market.received'>(async (unit, { agreement, period, amountFen, leftFen }) => {
  const contact = agreement.contactId === null ? null : await unit.members.byId(agreement.contactId);
  return [
    {
      members: contact && !contact.leftAt && !contact.erasedAt ? [contact.userid] : [],
      text: `收到${shareOf(agreement.no, period)}${yuan(amountFen)}，${leftWords(leftFen)}，谢谢！`,
      about: 'plain fact',
    },
  ];
});
