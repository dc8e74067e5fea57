import { defineIntent, wholeNumber } from '../../src/talk/intent.js';
import { liftVeto } from '../../src/operations/contest/mark-contest.js';

export default defineIntent({
  pattern: /^擂台赛解除否决(?<candidate>\d{1,7})号[。！!]*$/u,
  slots: { candidate: wholeNumber('请问候选几号？', 1, 9_999_999) },
  permission: 'contest.lead',
  binds: 'public',
  help: {
    title: '红线整改好了',
    when: '红线整改好了，解除否决',
    say: '擂台赛解除否决17号',
  },
  async handle({ unit, member, slots: { candidate } }) {
    const { state } = await liftVeto(unit, { member, candidate });
    return `候选${candidate}号的否决已解除。${state === 'publicity' ? '名单变了，请重新计分、公示。' : ''}`;
  },
});
