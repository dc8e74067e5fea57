import { dayOf, dayTold } from '../../src/domain/calendar.js';
import { ownerships, periodWords } from '../../src/domain/market/market.js';
import { yuan } from '../../src/domain/money.js';
import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { agreementTerms } from '../../src/operations/market/let-space.js';
import { agreementName, periodLine, shareWords } from '../../src/publish/market/market-words.js';

export default defineIntent({
  pattern: /^(?:查?看?|查询)?公益协议(?<agreement>[\d０-９]{1,5})号?[。？?！!]?$/u,
  slots: { agreement: wholeNumber('请问是几号协议？', 1, 99_999) },
  permission: 'market.terms',
  binds: 'nobody',
  help: {
    title: '看协议的条款和申报',
    when: '公益市场：经营方和管账的在私聊里看一份协议的条款和申报',
    say: '公益协议1',
    forOffices: true,
  },
  async handle({ unit, member, slots: { agreement: no }, now, chat }) {
    if (chat.kind !== 'single') throw new Refusal('agreement.private', {});
    const { standing, declarations } = await agreementTerms(unit, { member, agreement: no });
    const { agreement, space } = standing;
    const owner = space?.ownership ? `${ownerships[space.ownership].said}（${plain(space.consent ?? '', 60)}）` : '';
    const ended = agreement.endReason === null ? '' : `提前终止：${plain(agreement.endReason, 100)}`;
    return [
      `**${agreementName(standing)}**`,
      `${owner}，${dayTold(agreement.startsOn, dayOf(now))}到${dayTold(agreement.endsOn, dayOf(now))}，${shareWords(agreement)}，${agreement.cycle === 'month' ? '按月' : '按季'}；${dayTold(dayOf(agreement.agreedAt), dayOf(now))}登记。${ended}`,
      ...standing.periods.slice(-12).map(period => `- ${periodLine(period, dayOf(now))}`),
      ...declarations
        .slice(-12)
        .map(
          one =>
            `- ${periodWords(one.period)}申报${yuan(one.baseFen)}（${dayTold(dayOf(one.declaredAt), dayOf(now))}），应交${yuan(one.dueFen)}`,
        ),
    ].join('\n');
  },
});
