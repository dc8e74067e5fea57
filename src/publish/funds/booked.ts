import { receiptTopic } from '../../store/pledge/topics.js';
import { tells } from '../tells.js';
import { paidWords } from './receipt-words.js';

export default tells<'funds.booked'>(async (_unit, { project, receipts }) =>
  receipts.map(({ userid, ...paid }) => ({
    members: [userid],
    text: paidWords(project.no, paid),
    about: { topic: receiptTopic(project.id, paid.voucher) },
  })),
);
