import { plain } from '../../src/domain/plain-text.js';
import { dayWords } from '../../src/domain/calendar.js';
import { defineIntent, reportNo, words } from '../../src/talk/intent.js';
import { answerReport } from '../../src/operations/proposal/follow-report.js';

export default defineIntent({
  pattern:
    /^(?:答复|回复)?报事(?<report>[\d０-９]{1,7})号?的?(?:答复|回复)?[:：，,\s]+(?:(?:跟|和|给|对|告诉)(?:他们?|她们?|人家|住户|大家)(?:说|讲)?(?:一声|一下)?[:：，,\s]*)?(?<text>[^]{2,300})$/u,
  slots: { report: reportNo, text: words('请问怎么答复？例如“报事7答复：周四前修好”。', 300) },
  permission: 'report.handle',
  binds: 'office',
  help: {
    title: '答复报事',
    say: '报事7答复：已联系物业，周四前修好',
    more: '报过的人都会私下听到',
  },
  readBack: ({ report, text }) => `答复报事${String(report)}“${plain(String(text), 60)}”`,
  async handle({ unit, member, slots, now }) {
    const { no, dueAt } = await answerReport(unit, { member, ...slots });
    const last = dayWords(new Date(dueAt.getTime() - 1), now);
    return `报事${no}已答复，报过的人都会听到。请在${last}前办结，办好发送“报事${no}办好了：……”。`;
  },
});
