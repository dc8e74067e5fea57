import { yuan } from '../../src/domain/money.js';
import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, projectNo, rows } from '../../src/talk/intent.js';
import { readPricedList } from '../../src/language/values/money/priced-list.js';
import { pricePlan } from '../../src/operations/plan/price-plan.js';
import { toPublish } from '../../src/publish/plan/plan-notice.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:询价|报价)[:：，,\s]+(?<quotes>[^]{1,400})$/u,
  slots: { no: projectNo, quotes: rows('请问各家报价多少？例如“甲公司8600元，乙公司9200元”。', 400) },
  permission: 'plan.publish',
  help: {
    title: '登记各家报价',
    when: '书记登记各家报价，发布方案前发送',
    say: '12号报价：甲公司8600元，乙公司9200元',
    more: '方案公示会写明',
  },
  async handle({ unit, slots: { no, quotes } }) {
    const quotations = readPricedList(quotes);
    if (!quotations) throw new Refusal('list.unread', { example: `${no}号报价：甲公司8600元，乙公司9200元` });
    const project = await pricePlan(unit, { no, quotations });
    return `${no}号报价已记下：${quotations.map(({ name, amountFen }) => `${plain(name, 20)}${yuan(amountFen)}`).join('、')}。${toPublish(project, '方案公示会写明。')}${quotations.length < 3 ? '能问到三家更好。' : ''}`;
  },
});
