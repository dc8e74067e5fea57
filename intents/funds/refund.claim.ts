import { yuan } from '../../src/domain/money.js';
import { defineIntent, place, projectNo } from '../../src/talk/intent.js';
import { addressForm } from '../../src/language/values/people/household.js';
import { claimRefund } from '../../src/operations/funds/hold-unclaimed.js';

export default defineIntent({
  pattern: new RegExp(
    String.raw`^(?<no>[\d０-９]{1,7})号(?:项目)?(?:补领|领走)退款[:：，,\s]*(?<place>${addressForm})[。！]?$`,
    'u',
  ),
  slots: { no: projectNo, place: place('请问是哪一户？例如“3号楼2单元301”。') },
  permission: 'funds.spend',
  help: {
    title: '补领存着的退款',
    when: '住户来领存着的退款，出纳',
    say: '12号补领退款：3号楼2单元301',
  },
  async handle({ unit, slots }) {
    const { project, entry, amountFen } = await claimRefund(unit, slots);
    return `已记：${project.no}号替这一户存着的退款${yuan(amountFen)}已领走，第${entry.no}号凭证。`;
  },
});
