import { tells } from '../tells.js';
import { paidWords } from './receipt-words.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'funds.booked'>(async (_unit, { project, receipts }) =>
  receipts.map(({ userid, ...paid }) => ({
    members: [userid],
    text: paidWords(project.no, paid),
    about: { topic: topics.receipt(project, { no: paid.voucher }) },
  })),
);
