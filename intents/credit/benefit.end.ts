import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { endBenefit } from '../../src/operations/credit/enjoy-benefit.js';

export default defineIntent({
  pattern: /^(?:停|停止|取消|撤销)优惠(?<benefit>[\d０-９]{1,5})号?[。！!]*$/u,
  slots: { benefit: wholeNumber('请问停第几个优惠？例如“停优惠1”。', 1, 99_999) },
  permission: 'reward.offer',
  binds: 'public',
  help: {
    title: '停一个优惠',
    say: '停优惠1',
    more: '已经领的不受影响',
  },
  readBack: ({ benefit }) => `停优惠${String(benefit)}`,
  async handle({ unit, member, slots }) {
    const { no, what } = await endBenefit(unit, { member, no: slots.benefit });
    return `优惠${no}（${what}）停了，不再领取；已经领的请和提供的单位说清楚。`;
  },
});
