import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { takeBenefit } from '../../src/operations/credit/enjoy-benefit.js';

export default defineIntent({
  pattern: /^(?:我家?)?(?:要|想)?(?:领|领取|享受)(?:一下)?优惠(?<benefit>[\d０-９]{1,5})号?[。！!]*$/u,
  slots: { benefit: wholeNumber('请问领第几个优惠？例如“领优惠1”。', 1, 99_999) },
  permission: 'credit.own',
  binds: 'household',
  help: {
    title: '按信用分自愿领优惠',
    when: '按信用分自愿领优惠，一户一份',
    say: '领优惠1',
    more: '只统计户数，不公布是谁',
  },
  readBack: ({ benefit }) => `给您家领优惠${String(benefit)}`,
  async handle({ unit, member, slots }) {
    const { no, what, provider } = await takeBenefit(unit, { member, no: slots.benefit });
    return `记下了：您家享受优惠${no}（${what}），去${provider}办理时出示这句话。只统计户数，不公布是谁；不要了发送“退优惠${no}”。`;
  },
});
