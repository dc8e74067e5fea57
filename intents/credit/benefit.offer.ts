import { Refusal } from '../../src/domain/refusal.js';
import { readBenefit } from '../../src/language/values/benefit-said.js';
import { defineIntent, rows } from '../../src/talk/intent.js';
import { offerBenefit } from '../../src/operations/credit/enjoy-benefit.js';

export default defineIntent({
  pattern: /^(?:登记|新增|添加)优惠[:：，,\s]+(?<terms>[^]{5,200})$/u,
  slots: {
    terms: rows(
      '请问优惠什么、多少分以上、谁提供、依据什么？例如“取暖费减300元，1050分以上，热力公司，依据桓信办〔2022〕3号”。',
      200,
    ),
  },
  permission: 'reward.offer',
  binds: 'public',
  help: { title: '登记单位给的优惠', say: '登记优惠：取暖费减300元，1050分以上，热力公司，依据桓信办〔2022〕3号' },
  onlyInForm: true,
  readBack: ({ terms }) => `登记优惠“${String(terms)}”`,
  async handle({ unit, member, slots: { terms } }) {
    const said = readBenefit(terms);
    if (!said) throw new Refusal('benefit.unclear', {});
    const { no, what, provider, leastScore } = await offerBenefit(unit, { member, ...said });
    return `记为优惠${no}：${what}，${provider}，信用分${leastScore}分以上。住户发送“领优惠${no}”自愿领取。`;
  },
});
