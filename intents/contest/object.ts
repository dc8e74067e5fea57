import { dayWords } from '../../src/domain/calendar.js';
import { defineIntent, optional, wholeNumber, words } from '../../src/talk/intent.js';
import { objectToContest } from '../../src/operations/contest/contest-objections.js';

export default defineIntent({
  pattern: /^擂台赛异议[:：]\s*(?:(?:候选)?(?<candidate>\d{1,7})号[:：，,\s]*)?(?<text>[^]{2,500})$/u,
  slots: { candidate: optional(wholeNumber('请问候选几号？', 1, 9_999_999)), text: words('请问有什么异议？') },
  permission: 'contest.object',
  help: {
    title: '对擂台赛提异议',
    when: '擂台赛公示期内提异议',
    say: '擂台赛异议：17号的项目还没有完工',
    more: '私聊发送就不公开',
  },
  async handle({ unit, member, slots, now }) {
    const { objection } = await objectToContest(unit, { member, ...slots });
    const last = dayWords(new Date(objection.dueAt.getTime() - 1), now);
    return `记为擂台赛异议${objection.id}，${last}前答复，答复会私下告诉您。没有答复完不定稿。`;
  },
});
