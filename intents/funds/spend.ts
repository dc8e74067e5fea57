import { dayOf, dayTold } from '../../src/domain/calendar.js';
import { payeeIn, requestNamed } from '../../src/domain/funds/spending.js';
import { yuan } from '../../src/domain/money.js';
import { plain } from '../../src/domain/plain-text.js';
import {
  AskSlot,
  Confirm,
  defineIntent,
  money,
  optional,
  projectNo,
  type SlotKind,
  words,
} from '../../src/talk/intent.js';
import { payRefunds } from '../../src/operations/funds/pay-refunds.js';
import { recordSpending } from '../../src/operations/funds/record-spending.js';

const isRefund = (purpose: unknown): boolean => typeof purpose === 'string' && /退款|余款/u.test(purpose);
/** What is left over goes back whole: its sum is known. 付工程余款 pays somebody. */
const sum: SlotKind<number | undefined> = {
  ...money,
  needed: ({ purpose }) => !(isRefund(purpose) && String(purpose).includes('退')),
};
const notReached = /没送到|没[退领拿收]到|没领|送不到|退不[到了]|联系不上|找不[到着]/u;

export default defineIntent({
  slots: { amount: sum, purpose: words('请问这笔钱花在什么上？例如“买灯泡”。', 100), no: optional(projectNo) },
  permission: 'funds.spend',
  help: {
    title: '记支出',
    when: '出纳记支出，用途和收款方照批准的申请',
    say: '12号项目支出860元买灯泡',
    more: '退余款例如“12号支出余款退款1234.57元”',
  },
  readBack: ({ no, amount, purpose }) =>
    `记${no ? `${String(no)}号` : ''}${amount === undefined ? '余款退款' : `支出${yuan(Number(amount))}（${plain(String(purpose), 30)}）`}`,
  async handle({ unit, member, slots, now, confirmed, said = '' }) {
    const { amount: amountFen, purpose, no } = slots;
    // Whom the cashier names is held against the request, wherever in the sentence it stands.
    const payee = payeeIn(said);
    const request = requestNamed(said);
    const meant = payee !== null && !purpose.includes(payee) ? `${purpose}，付给${payee}` : purpose;
    if (isRefund(purpose)) {
      const { project, shares, sumFen } = await payRefunds(unit, { no, amountFen });
      const rest = notReached.test(said) ? `没送到的那一户，退款记好以后请说“${project.no}号退款没送到”和门牌。` : '';
      if (amountFen === undefined && !confirmed)
        throw new Confirm(
          `${project.no}号居民余款一共${yuan(sumFen)}，按实交比例退给${shares.length}户，都退了吗？${rest}`,
        );
      return `已记：${project.no}号居民余款${yuan(sumFen)}按实交比例退给${shares.length}户，每户都会收到通知。`;
    }
    if (amountFen === undefined) throw new AskSlot('amount', money.ask);
    const {
      project,
      entry,
      request: paid,
      summary,
    } = await recordSpending(unit, {
      member,
      no,
      ...(request === null ? {} : { request }),
      amountFen,
      purpose: meant,
    });
    const kept =
      paid.retainedFen === null
        ? ''
        : `（实付${yuan(amountFen - paid.retainedFen)}，质保金${yuan(paid.retainedFen)}留到${paid.warrantyOn ? dayTold(paid.warrantyOn, dayOf(now)) : ''}）`;
    return `已记支出：${project.no}号${plain(entry.why, 60)}${yuan(amountFen)}${kept}，第${entry.no}号凭证，结余${yuan(summary.balanceFen)}。资金公示已发。`;
  },
});
