import type { Saying } from '../../store/notice/saying.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';
import { fundsNotice, fundsOf, fundsSince, isStill, paidFen } from './funds-report.js';
import { takenBackWords } from './receipt-words.js';

/** The payer of a receipt hears it in private. What was not reconciled yet was in no sum that anybody was told, and makes no notice. */
export default tells<'funds.reversed'>(async (unit, { project, entry, reversed, reason }, { now }) => {
  const said: Saying[] = [];
  if (reversed.kind === 'receipt' && reversed.householdId !== null) {
    const standing = await unit.ledger.standingOf(project.id, reversed.householdId);
    const payers = await unit.members.boundTo([reversed.householdId]);
    const back = { voucher: reversed.no, amountFen: paidFen(reversed), reason, standing };
    said.push({
      members: payers.map(({ userid }) => userid),
      text: takenBackWords(project.no, back),
      about: { topic: topics.receipt(project, entry) },
    });
  }
  const last = await unit.disclosures.latest(project.id, 'funds');
  const change = await fundsSince(unit, project, last?.at ?? null);
  if (change && isStill(change)) return said;
  const text = fundsNotice(project, await fundsOf(unit, project), now, change);
  return [...said, { notice: { project, kind: 'funds', occasion: `entry ${entry.no}`, text } }];
});
