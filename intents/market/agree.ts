import { shareGoesTo, type Terms } from '../../src/domain/market/market.js';
import { rateOf } from '../../src/language/values/percent.js';
import { mostFen } from '../../src/domain/money.js';
import { maskName } from '../../src/domain/masking.js';
import { plain } from '../../src/domain/plain-text.js';
import { dayOf, dayTold } from '../../src/domain/calendar.js';
import { Refusal } from '../../src/domain/refusal.js';
import { dayForm, dayNear } from '../../src/language/values/time/said-day.js';
import { defineIntent, rows } from '../../src/talk/intent.js';
import { readAgreement, type SaidAgreement, unreadTerms } from '../../src/language/values/money/market-forms.js';
import { placeSaid } from '../../src/language/values/people/place-said.js';
import { agree, spaceMeant } from '../../src/operations/market/let-space.js';

export default defineIntent({
  pattern: /^(?:登记|签订|新增)?公益协议[:：]\s*(?<said>[^]{4,400})$/u,
  slots: {
    said: rows(
      '请问哪个空间、租给谁、怎么分成、从哪天到哪天？例如“空间1，惠民理发店，按收入8%，保底200元，2026年3月1日到2027年2月28日，联系人周桂兰”。',
      400,
    ),
  },
  permission: 'market.lead',
  binds: 'public',
  help: {
    title: '登记公益市场协议',
    when: '公益市场：书记登记协议',
    say: '公益协议：空间1，惠民理发店，按收入8%，保底200元，2026年3月1日到2027年2月28日，联系人李四',
    more: '也可写按利润8%、每期固定300元、按季申报；业主共有的空间收益归业主，业主表决过的写收益进慈善基金（3号表决）',
  },
  async handle({ unit, member, slots, now }) {
    const said = readAgreement(slots.said);
    const only = said && said.space === null ? await spaceMeant(unit, said.spaceName) : null;
    const spaceNo = said?.space ?? only?.no;
    if (!said || spaceNo === undefined) throw new Refusal('agreement.unclear', { unread: unreadTerms(slots.said) });
    if (said.operator === null) throw new Refusal('agreement.noOperator', {});
    const { agreement, space, contact } = await agree(unit, {
      member,
      space: spaceNo,
      operator: said.operator,
      contact: said.contact === null ? null : placeSaid(said.contact),
      terms: termsOf(said, now),
      destination: said.destination,
    });
    const { no, destination, startsOn, endsOn } = agreement;
    const today = dayOf(now);
    const who = contact ? `联系人${maskName(contact.name)}，` : '';
    return `公益协议${no}已登记：${plain(space.name, 40)}租给${plain(agreement.operator, 40)}，${dayTold(startsOn, today)}到${dayTold(endsOn, today)}，${who}分成进${shareGoesTo[destination].said}。条款在私聊里发送“公益协议${no}”看，公示只写应交和已收。`;
  },
});

/** 明年2月底: the year as it is counted, and the last day of the month. */
function plainDays(said: string, now: Date): string {
  const thisYear = Number(dayOf(now).slice(0, 4));
  const years = said.replaceAll('明年', `${thisYear + 1}年`).replaceAll('今年', `${thisYear}年`);
  const lastOf = (year: string, month: string): string =>
    `${year}年${month}月${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}日`;
  return years.replaceAll(/(20\d\d)年(\d{1,2})月底/gu, (_, year: string, month: string) => lastOf(year, month));
}

const fromTo = new RegExp(`^(?:从|自)?${dayForm}起?(?:到|至)${dayForm}止?$`, 'u');

function termsOf(said: SaidAgreement, now: Date): Terms {
  const { basis, rate, minFen, cycle } = said;
  if (basis === null) throw new Refusal('agreement.noShare', {});
  if (minFen > mostFen) throw new Refusal('amount.tooLarge', { mostFen });
  const rateBp = basis === 'fixed' ? 0 : rateOf(rate ?? '');
  if (rateBp === null) throw new Refusal('agreement.rate', { said: rate ?? '' });
  const found = fromTo.exec(plainDays(said.days ?? '', now));
  const startsOn = found && dayNear(found.slice(1, 4), now);
  const endsOn = found && dayNear(found.slice(4, 7), now);
  if (!startsOn || !endsOn) throw new Refusal('agreement.days', {});
  return { basis, rateBp, minFen, cycle, startsOn, endsOn };
}
