import { defineIntent, wholeNumber, words } from '../../src/talk/intent.js';
import { standAside } from '../../src/operations/contest/mark-contest.js';

export default defineIntent({
  pattern: /^擂台赛回避(?<candidate>\d{1,7})号[:：，,\s]+(?<reason>[^]{2,100})$/u,
  slots: { candidate: wholeNumber('请问候选几号？', 1, 9_999_999), reason: words('请问为什么要回避？', 100) },
  permission: 'contest.judge',
  help: {
    title: '声明要回避的候选',
    when: '评委对候选要回避的',
    say: '擂台赛回避17号：我弟弟是书记',
  },
  async handle({ unit, member, slots }) {
    await standAside(unit, { member, ...slots });
    return `已记：您对候选${slots.candidate}号回避，您给它的分和票都不算了。`;
  },
});
