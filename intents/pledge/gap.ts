import { yuan } from '../../src/domain/money.js';
import { Refusal } from '../../src/domain/refusal.js';
import { sourceNamed } from '../../src/domain/funds/source-names.js';
import { defineIntent, projectNo, rows } from '../../src/talk/intent.js';
import { readFundingList, unreadSources } from '../../src/language/values/money/funding-list.js';
import { coverRoundGap } from '../../src/operations/pledge/cover-gap.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:认筹)?缺口[:：]\s*(?<list>[^]{1,300})$/u,
  slots: {
    no: projectNo,
    list: rows('请问缺口由什么钱补？例如“社区慈善基金1200元（基金2026-3号决定）”。', 300),
  },
  permission: 'plan.publish',
  help: {
    title: '把认筹的缺口记到别的来源上',
    when: '书记把认筹的缺口记到别的来源上，要写明依据',
    say: '12号缺口：社区慈善基金1200元（基金2026-3号决定）',
    more: '不摊给居民',
  },
  async handle({ unit, slots: { no, list } }) {
    const said = (readFundingList(list) ?? []).flatMap(({ name, ...one }) => {
      const source = sourceNamed(name);
      return source ? [{ ...one, source }] : [];
    });
    if (said.length === 0 || said.length < (readFundingList(list)?.length ?? 0))
      throw new Refusal('gap.unread', { no, unread: unreadSources(list) });
    const { leftFen } = await coverRoundGap(unit, { no, said });
    const left = leftFen > 0 ? `还差${yuan(leftFen)}，发送“${no}号缺口怎么办”看办法。` : '认筹的缺口补上了。';
    return `${no}号已记下并告诉群里。${left}`;
  },
});
