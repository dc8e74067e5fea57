import { yuan } from '../../src/domain/money.js';
import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, projectNo, rows } from '../../src/talk/intent.js';
import { readPricedList } from '../../src/language/values/money/priced-list.js';
import { pricePlan } from '../../src/operations/plan/price-plan.js';
import { toPublish } from '../../src/publish/plan/plan-notice.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?预算明细[:：，,\s]*(?:是|为|定为)?(?<lines>[^]{1,400})$/u,
  slots: { no: projectNo, lines: rows('请问预算怎么分？例如“材料1200元，人工800元”。', 400) },
  permission: 'plan.publish',
  help: {
    title: '定预算明细',
    when: '书记定预算明细，发布方案前发送',
    say: '12号预算明细：材料1200元，人工800元',
    more: '支出按这些项列支，不能超',
  },
  async handle({ unit, slots: { no, lines } }) {
    const budgetLines = readPricedList(lines);
    if (!budgetLines) throw new Refusal('list.unread', { example: `${no}号预算明细：材料1200元，人工800元` });
    const project = await pricePlan(unit, { no, budgetLines });
    const sum = budgetLines.reduce((total, { amountFen }) => total + amountFen, 0);
    return `${no}号预算明细已记下：${budgetLines.map(({ name, amountFen }) => `${plain(name, 20)}${yuan(amountFen)}`).join('、')}，合计${yuan(sum)}。${toPublish(project, '方案的预算要和合计一样。')}`;
  },
});
