import { sourceIds, sources } from '../src/domain/ledger.js';
import { maskName, maskPlace } from '../src/domain/masking.js';
import { yuan } from '../src/domain/money.js';
import { defineIntent, money, oneOf, optional, projectNo, words } from '../src/intent.js';
import { readHousehold } from '../src/language/household.js';
import { announceFunding } from '../src/operations/announce-funding.js';
import { type Payer, recordReceipt } from '../src/operations/record-receipt.js';
import { fundingNotice } from '../src/publish/funds-report.js';

export default defineIntent({
  group: '资金',
  phrases: [],
  slots: {
    amount: money,
    payer: optional(words('请问是谁交的？', 60)),
    source: optional(oneOf('请问是什么款？', sourceIds)),
    no: optional(projectNo),
  },
  permission: 'funds.receive',
  help: '出纳记收款，例如“12号收到3号楼2单元301 200元”“奖补资金到账两万元，记12号项目”',
  readBack: ({ no, amount, payer }) =>
    `记${no ? `${String(no)}号` : ''}收到${payer ? String(payer) : ''}${yuan(Number(amount))}`,
  async handle({ unit, member, slots, now, messageId, boardUrl }) {
    const payer = slots.payer === undefined ? undefined : payerOf(slots.payer);
    const receipt = { member, no: slots.no, amountFen: slots.amount, payer, source: slots.source, now, messageId };
    const { project, entry, source, household, payers, summary, turn } = await recordReceipt(unit, receipt);
    for (const userid of payers) {
      await unit.posts.toMember(
        userid,
        `收到您家给${project.no}号交的${yuan(slots.amount)}，凭证第${entry.no}号。谢谢！`,
        now,
      );
    }
    const text = fundingNotice(project, summary, turn, now);
    if (text)
      await announceFunding(unit, {
        project,
        turn,
        text,
        boardUrl: boardUrl(project.no),
        by: member.userid,
        now,
        messageId,
      });
    const who = household ? `${maskPlace(household)}（${household.owners.map(maskName).join('、')}）` : sources[source];
    return `已入账：${project.no}号收到${who}${yuan(slots.amount)}，第${entry.no}号凭证，会计对账后算实收。待对账${yuan(summary.pendingFen)}，实收${yuan(summary.receivedFen)}，预算${yuan(project.budgetFen ?? 0)}。`;
  },
});

/** `3号楼2单元301`, `5-2-301`, `3号楼刘芳` or a name alone. */
function payerOf(said: string): Payer {
  const place = readHousehold(said);
  if (!place) return { said, name: said };
  const name = place.name ?? /(?:号楼|栋|幢)(?:的)?(?<name>\p{Script=Han}{2,4})$/u.exec(said)?.groups?.['name'];
  return { said, ...place, ...(name && place.room === undefined ? { name } : place.name ? { name: place.name } : {}) };
}
