import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { leaveBenefit } from '../../src/operations/credit/enjoy-benefit.js';

export default defineIntent({
  pattern: /^(?:我家?)?(?:退|退掉|不要|放弃)优惠(?<benefit>[\d０-９]{1,5})号?(?:了)?[。！!]*$/u,
  slots: { benefit: wholeNumber('请问退第几个优惠？例如“退优惠1”。', 1, 99_999) },
  permission: 'credit.own',
  binds: 'household',
  help: { title: '自家不再享受一个优惠', say: '退优惠1' },
  readBack: ({ benefit }) => `退掉您家的优惠${String(benefit)}`,
  async handle({ unit, member, slots }) {
    const { no, what } = await leaveBenefit(unit, { member, no: slots.benefit });
    return `您家的优惠${no}（${what}）退了，以后想要可以再领。`;
  },
});
