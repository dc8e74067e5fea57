import { defineIntent, oneOf, optional, wholeNumber } from '../../src/talk/intent.js';
import { gradeCandidate, voteForCandidate } from '../../src/operations/contest/mark-contest.js';

export default defineIntent({
  pattern: /^擂台赛(?<how>评分|投票)(?<candidate>\d{1,7})号(?:[:：，,\s]*(?<points>\d{1,3})分?)?[。！!]*$/u,
  slots: {
    how: oneOf('请问评分还是投票？', ['评分', '投票']),
    candidate: wholeNumber('请问候选几号？', 1, 9_999_999),
    points: optional(wholeNumber('请问几分？', 0, 999)),
  },
  permission: 'contest.judge',
  help: {
    title: '给候选打分、投票',
    when: '评委给网格的创新推广打0到5分',
    say: '擂台赛评分17号：4分',
    more: '并列争最后名额时“擂台赛投票17号”',
  },
  async handle({ unit, member, slots: { how, candidate, points }, now }) {
    const deed = { member, candidate, now };
    if (how === '投票') {
      await voteForCandidate(unit, deed);
      return `已记您投候选${candidate}号一票，只在并列争最后名额时用。`;
    }
    if (points === undefined) return `请写分数，例如“擂台赛评分${candidate}号：4分”。`;
    await gradeCandidate(unit, { ...deed, points });
    return `已记您给候选${candidate}号${points}分，再发一次就改成新的分数。`;
  },
});
