import { sources } from '../../src/domain/funds/ledger.js';
import { sourceNamed } from '../../src/domain/funds/source-names.js';
import { Refusal } from '../../src/domain/refusal.js';
import { ruleOrder } from '../../src/operations/funds/pass-surplus.js';
import { toPublish } from '../../src/publish/plan/plan-notice.js';
import { defineIntent, projectNo, rows } from '../../src/talk/intent.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?用[款钱]顺序[:：是为，,\s]*(?<list>[^]{1,200})$/u,
  slots: { no: projectNo, list: rows('请问先用哪种钱？例如“奖补、公共收益、居民”。', 200) },
  permission: 'plan.publish',
  help: {
    title: '定用款顺序',
    when: '书记在发布方案前定用款顺序',
    say: '12号用款顺序：奖补、公共收益、居民',
    more: '不定就按类别（迫切需求类先用居民众筹），余款倒着退',
  },
  async handle({ unit, slots: { no, list } }) {
    const names = list
      .split(/[、，,；;\s→>]|(?:再|然后|最后|先|后)(?:才|就|再)?(?:用|花|使|动|拿)?/u)
      .filter(name => name.trim() !== '');
    const said = names.map(
      name => sourceNamed(name.replace(/(?<![。！的钱款])[。！的钱款]+$/u, '')) ?? sourceNamed(name),
    );
    const order = said.flatMap(source => source ?? []);
    if (order.length < names.length || order.length === 0 || new Set(order).size < order.length)
      throw new Refusal('order.unread', { no });
    const project = await ruleOrder(unit, { no, sources: order });
    const told = order.map(source => sources[source]).join('、');
    return `${no}号用款顺序已定：${told}；有余款倒着退。${toPublish(project, '方案公示里会写明。')}`;
  },
});
