import { sources } from '../../src/domain/funds/ledger.js';
import { yuan } from '../../src/domain/money.js';
import { Refusal } from '../../src/domain/refusal.js';
import { sourceNamed } from '../../src/domain/funds/source-names.js';
import { defineIntent, place, projectNo, words } from '../../src/talk/intent.js';
import { addressForm } from '../../src/language/values/people/household.js';
import { exempt } from '../../src/operations/plan/allocate-part.js';

export default defineIntent({
  pattern: new RegExp(
    `^(?<no>[\\d０-９]{1,7})号(?:项目)?(?:困难)?减免[:：，,\\s]*(?<place>${addressForm})[，,、\\s]*(?:的那一份)?由(?<bearer>[^，。]{2,20}?)(?:承担|出|垫付|负担)[。！]?$`,
    'u',
  ),
  slots: {
    no: projectNo,
    place: place('请问减免哪一户？例如“3号楼2单元301”。'),
    bearer: words('请问由哪个来源承担？例如“公益资源”。', 20),
  },
  permission: 'plan.publish',
  help: {
    title: '登记困难户减免',
    when: '书记在私聊里登记困难户减免，写明由哪个来源承担',
    say: '12号减免：3号楼2单元301，由公益资源承担',
    more: '不公开是谁',
  },
  async handle({ unit, member, slots: { no, place: home, bearer }, chat }) {
    if (chat.kind !== 'single') throw new Refusal('exemption.private', {});
    const source = sourceNamed(bearer);
    if (!source) throw new Refusal('exemption.source', { no, source: bearer });
    const { amountFen } = await exempt(unit, { member, no, place: home, source });
    return `${no}号已减免这一户${yuan(amountFen)}，由${sources[source]}承担，公示里只写总数，不写是谁。`;
  },
});
