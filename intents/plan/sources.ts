import { yuan } from '../../src/domain/money.js';
import { Refusal } from '../../src/domain/refusal.js';
import { allNamed } from '../../src/domain/funds/source-names.js';
import { defineIntent, projectNo, rows } from '../../src/talk/intent.js';
import { readFundingList, unreadSources } from '../../src/language/values/money/funding-list.js';
import { planFunding } from '../../src/operations/plan/plan-funding.js';
import { fundingWords } from '../../src/publish/plan/funding-words.js';
import { toPublish } from '../../src/publish/plan/plan-notice.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:资金|钱的?|款项)来源[:：，,\s]*(?:是|为)?(?<list>[^]{1,600})$/u,
  slots: {
    no: projectNo,
    list: rows(
      '请问钱从哪里来？例如“居民60000元，奖补150000元（批文桓财2026-12号），公共收益26000元（3号表决）”。',
      600,
    ),
  },
  permission: 'plan.publish',
  help: {
    title: '定资金来源',
    when: '书记定资金来源，发布方案前发送',
    say: '12号资金来源：居民60000元，奖补150000元（批文桓财2026-12号），公共收益26000元（3号表决）',
    more: '合计要等于预算，依据后补的再发一次；不定就全由居民自愿认筹',
  },
  async handle({ unit, slots: { no, list } }) {
    const said = allNamed(readFundingList(list));
    if (!said) throw new Refusal('funding.unread', { no, unread: unreadSources(list) });
    const { project, plan } = await planFunding(unit, { no, said });
    const sumFen = plan.sources.reduce((total, { plannedFen }) => total + plannedFen, 0);
    const waits = plan.sources.some(({ source, evidence }) => source !== 'residents' && evidence === null);
    return `${no}号资金来源已记下：${fundingWords(plan)}，合计${yuan(sumFen)}。${waits ? '没有依据的先算计划，不算落实。' : ''}${toPublish(project, '方案的预算要和合计一样。')}`;
  },
});
