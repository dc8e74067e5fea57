import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, reportNo, words } from '../../src/talk/intent.js';
import { endReport } from '../../src/operations/proposal/follow-report.js';

export default defineIntent({
  pattern:
    /^报事(?<report>[\d０-９]{1,7})号?(?:已经?)?(?:办好|办完|办结|解决|修好|处理好|处理完)(?:了|啦)?(?:[:：，,。\s]+(?<reason>[^]{2,200}))?[。！!]*$/u,
  slots: { report: reportNo, reason: words('请问是怎么办好的？一句话，例如“换了两盏声控灯”。', 200) },
  permission: 'report.handle',
  binds: 'office',
  help: {
    title: '报事办好了',
    when: '报事办好了，说清怎么办的',
    say: '报事7办好了：换了两盏声控灯',
  },
  readBack: ({ report, reason }) => `把报事${String(report)}记为办好了“${plain(String(reason), 60)}”`,
  async handle({ unit, member, slots }) {
    const { no } = await endReport(unit, { member, ...slots, state: 'solved' });
    return `报事${no}办结，报过的人都会听到。辛苦了！`;
  },
});
