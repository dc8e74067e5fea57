import { dayOf, dayTold } from '../../src/domain/calendar.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, wholeNumber, words } from '../../src/talk/intent.js';
import { endAgreement } from '../../src/operations/market/let-space.js';

const onlyEnds = /终止|到此为止|解除|结束|停(?:了|掉|止)|不续|作废/u;

/** 理发店退租了，协议到此为止: what stands beside the end says why. */
function whyEnded(text: string): { readonly reason: string } | undefined {
  const reason = text
    .split(/[，,。；;！!\s]+/u)
    .filter(clause => clause !== '' && !onlyEnds.test(clause))
    .join('，');
  return reason.length < 2 ? undefined : { reason };
}

export default defineIntent({
  pattern: /^公益协议(?<agreement>[\d０-９]{1,5})号?(?:提前)?终止[:：，,]\s*(?<reason>[^]{2,100})$/u,
  slots: {
    agreement: wholeNumber('请问是几号协议？', 1, 99_999),
    reason: { ...words('请问为什么终止？', 100), fills: whyEnded },
  },
  permission: 'market.lead',
  binds: 'public',
  help: {
    title: '提前终止协议',
    when: '公益市场：书记提前终止协议',
    say: '公益协议1终止：经营方退租',
    more: '分成算到今天',
  },
  async handle({ unit, member, slots, now }) {
    const { no, endsOn } = await endAgreement(unit, { member, ...slots });
    return `公益协议${no}到${dayTold(endsOn, dayOf(now))}终止：${plain(slots.reason, 100)}。到今天为止的分成照样申报、照样交。`;
  },
});
