import { defineIntent, optional, projectNo, words } from '../../src/talk/intent.js';
import { plain } from '../../src/domain/plain-text.js';
import { explainDifference } from '../../src/operations/funds/explain-difference.js';
import { wholeBudget } from '../../src/publish/funds/final-notices.js';

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:(?<line>[^，,：:；;。\s]{1,20}?)的?)?差额原因(?:就?写|就?是|为)?[:：，,\s]*(?<reason>[^]{1,200})$/u,
  slots: { no: projectNo, line: optional(words('', 20)), reason: words('请问是什么原因？', 100) },
  permission: 'spend.check',
  help: {
    title: '说明实际和预算为什么不同',
    say: '12号材料差额原因：电缆降价了',
    more: '决算公示会写明',
  },
  async handle({ unit, slots }) {
    const name = await explainDifference(unit, { ...slots, whole: wholeBudget });
    return `${slots.no}号“${plain(name, 20)}”的差额原因已记下，决算公示会写明。`;
  },
});
