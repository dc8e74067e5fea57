import { plain } from '../../src/domain/plain-text.js';
import { roleCalled } from '../../src/domain/permissions.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, reportNo, words } from '../../src/talk/intent.js';
import { handReport, holderFor } from '../../src/operations/proposal/follow-report.js';
import { ownerWords } from '../../src/publish/proposal/report-words.js';
import { rolesSaid } from '../../src/publish/people/contacts.js';

export default defineIntent({
  pattern:
    /^报事(?<report>[\d０-９]{1,7})号?(?:转给|交给|转交|派给|转)(?!成?提案|成|为)(?<to>[^，。,:：\n]{2,20})[。！!]*$/u,
  slots: { report: reportNo, to: words('请问转给谁？例如“报事7转给物业”。', 20) },
  permission: 'report.handle',
  binds: 'office',
  help: {
    title: '把报事转给别人办',
    say: '报事7转给物业',
    more: '转给楼长、网格员、书记也这样说',
  },
  readBack: ({ report, to }) => `把报事${String(report)}转给${plain(String(to), 20)}`,
  async handle({ unit, member, slots: { report, to } }) {
    const role = roleCalled(to);
    const holder = await holderFor(unit, report, role ? [role] : (rolesSaid(to) ?? []));
    if (holder === null) throw new Refusal('report.nobody', { said: to });
    const handed = await handReport(unit, { member, report, to: holder });
    return `报事${report}已转给${await ownerWords(unit, handed)}，已经私下告诉他。`;
  },
});
