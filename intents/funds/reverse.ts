import { yuan } from '../../src/domain/money.js';
import { defineIntent, wholeNumber, words } from '../../src/talk/intent.js';
import { disclose } from '../../src/operations/notice/disclose.js';
import { reverseEntry } from '../../src/operations/funds/reverse-entry.js';
import { takenBackWords } from '../../src/publish/funds/receipt-words.js';
import { fundsNotice, fundsOf, fundsSince, isStill, paidFen } from '../../src/publish/funds/funds-report.js';

export default defineIntent({
  group: '资金',
  phrases: [],
  pattern: /^冲销(?:第)?(?:凭证)?(?:第)?(?<voucher>[\d０-９]{1,7})号?(?:凭证)?[:：，,\s]+(?<reason>[^]+)$/u,
  slots: { voucher: wholeNumber('请问冲销第几号凭证？', 1, 9_999_999), reason: words('请问为什么冲销？', 100) },
  permission: 'funds.reverse',
  help: '记错了的收款或支出用冲销改正，例如“冲销凭证57：重复登记”，再重新记一笔',
  async handle({ unit, member, slots, now, messageId, boardUrl }) {
    const { project, entry, reversed } = await reverseEntry(unit, { member, ...slots, now, messageId });
    const done = `已冲销第${reversed.no}号凭证${yuan(paidFen(reversed))}，第${entry.no}号凭证。原凭证留着，两笔相抵。`;
    if (!project) return done;
    if (reversed.kind === 'receipt' && reversed.householdId !== null) {
      const standing = await unit.ledger.standingOf(project.id, reversed.householdId);
      const told = { voucher: reversed.no, amountFen: paidFen(reversed), reason: slots.reason, standing };
      for (const { userid } of await unit.members.boundTo([reversed.householdId]))
        await unit.posts.toMember(userid, takenBackWords(project.no, told), now);
    }
    const last = await unit.disclosures.latest(project.id, 'funds');
    const change = await fundsSince(unit, project, last?.at ?? null);
    // What was not reconciled yet was in no sum that anybody was told.
    if (change && isStill(change)) return `${done}公示过的数没有变，不再另发。`;
    const text = fundsNotice(project, await fundsOf(unit, project), now, change);
    const about = { project, kind: 'funds', occasion: `entry ${entry.no}`, boardUrl: boardUrl(project.no) } as const;
    await disclose(unit, { ...about, text, by: member.userid, now, messageId });
    return `${done}资金公示已发。`;
  },
});
