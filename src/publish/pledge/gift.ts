import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { giftWords } from './offer-words.js';

export default tells<'pledge.gift'>(async (_unit, { project, what, giver, nth }) => [
  {
    group: `**【捐物收据】${project.no}号 ${plain(project.title, 40)}**\n收到${giftWords(giver, what)}（第${nth}项），谢谢！不折成钱，不进资金账。`,
  },
]);
