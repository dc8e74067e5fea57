import { placeLabels } from '../../src/domain/label.js';
import { defineIntent, optional, projectNo, rows } from '../../src/talk/intent.js';
import { findAddresses } from '../../src/language/values/household.js';
import { enterPresent } from '../../src/operations/meeting/hold-meeting.js';

export default defineIntent({
  group: '提案',
  phrases: [],
  pattern: /^(?:(?<no>[\d０-９]{1,7})号)?(?:议事会)?(?:的)?到场(?:名单|登记|的有)?[:：，,\s]+(?<text>[^]+)$/u,
  slots: { no: optional(projectNo), text: rows('请问哪几户到场？例如“3号楼2单元301、3号楼2单元302”。') },
  permission: 'meeting.call',
  help: '替没有手机的邻居登记到场，例如“12号到场：3号楼2单元301、3号楼2单元302”',
  async handle({ unit, member, slots, now, messageId }) {
    const places = findAddresses(slots.text.normalize('NFKC')).map(({ start, end, ...place }) => ({
      said: slots.text.normalize('NFKC').slice(start, end),
      ...placeLabels(place),
    }));
    const { meeting, present, added } = await enterPresent(unit, { member, no: slots.no, places, now, messageId });
    return `${meeting.no}号议事会登记了${added}户，现在到场${present}户。`;
  },
});
