import { maskPlace } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import type { Saying } from '../../store/notice/saying.js';
import { tells } from '../tells.js';
import { differsWords, paidWords } from './receipt-words.js';
import { topics } from '../../store/notice/topics.js';

/**
 * The payer hears of it in private, and the household that somebody paid for: by whom only where the giver may be named. Who recorded it in a
 * group hears in private that it was too little or too much.
 */
export default tells<'funds.received'>(async (unit, receipt, { by, isPrivate }) => {
  const { project, entry, amountFen, household, beneficiary, standing, unnamed, payers } = receipt;
  const said: Saying[] = [];
  if (standing) {
    const text = paidWords(project.no, { amountFen, voucher: entry.no, standing });
    said.push({ members: payers, text, about: { topic: topics.receipt(project, entry) } });
    const differs = differsWords(standing);
    if (differs && !isPrivate)
      said.push({ members: [by], text: `第${entry.no}号凭证：${differs}`, about: 'plain fact' });
  }
  if (beneficiary && household) {
    const giver = unnamed ? '一位邻居' : maskPlace(household);
    const theirs = await unit.members.boundTo([beneficiary.id]);
    const text = `${giver}替您家给${project.no}号交了${yuan(amountFen)}，余款退给对方，您不用再交这一份。`;
    said.push({ members: theirs.map(({ userid }) => userid), text, about: { topic: topics.receipt(project, entry) } });
  }
  return said;
});
