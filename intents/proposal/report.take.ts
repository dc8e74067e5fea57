import { defineIntent, reportNo } from '../../src/talk/intent.js';
import { handReport } from '../../src/operations/proposal/follow-report.js';

export default defineIntent({
  pattern: /^报事(?<report>[\d０-９]{1,7})号?(?:由)?(?:我来|我)(?:办|管|接|跟|处理|盯)(?:着)?(?:吧|了)?[。！!]*$/u,
  slots: { report: reportNo },
  permission: 'report.handle',
  binds: 'office',
  help: { title: '把报事接过来办', say: '报事7我来办' },
  readBack: ({ report }) => `接过报事${String(report)}来办`,
  async handle({ unit, member, slots }) {
    const { no } = await handReport(unit, { member, ...slots, to: member.userid });
    return `报事${no}现在归您管。请发送“报事${no}答复：……”，办好发送“报事${no}办好了：……”。`;
  },
});
