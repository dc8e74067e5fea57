import { yuan } from '../../src/domain/money.js';
import { projectName } from '../../src/domain/project-words.js';
import { defineIntent, place, projectNo } from '../../src/talk/intent.js';
import { addressForm } from '../../src/language/values/people/household.js';
import { holdRefund } from '../../src/operations/funds/hold-unclaimed.js';

export default defineIntent({
  pattern: new RegExp(
    String.raw`^(?<no>[\d０-９]{1,7})号(?:项目)?退款没(?:有)?(?:能)?送到[:：，,\s]*(?<place>${addressForm})[。！]?$`,
    'u',
  ),
  slots: { no: projectNo, place: place('请问是哪一户？例如“3号楼2单元301”。') },
  permission: 'funds.spend',
  help: {
    title: '退款没送到，替这户存着',
    when: '退款送不到的，出纳',
    say: '12号退款没送到：3号楼2单元301',
    more: '钱替这一户存着，群里公告不点名',
  },
  async handle({ unit, slots }) {
    const { project, entry, amountFen } = await holdRefund(unit, slots);
    return `已记：${projectName(project)}有${yuan(amountFen)}退款替这一户存着，第${entry.no}号凭证。群里已公告，不点名。`;
  },
});
