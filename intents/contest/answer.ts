import { defineIntent, oneOf, wholeNumber, words } from '../../src/talk/intent.js';
import { answerContest } from '../../src/operations/contest/contest-objections.js';
import { openObjections } from '../../src/operations/contest/hold-contest.js';

export default defineIntent({
  pattern: /^答复擂台赛异议(?<objection>\d{1,7})(?<how>成立|不成立)[:：，,\s]+(?<text>[^]{2,500})$/u,
  slots: {
    objection: wholeNumber('请问答复第几条异议？', 1, 9_999_999),
    how: oneOf('请问成立还是不成立？', ['成立', '不成立']),
    text: words('请问怎么答复？不要写居民姓名，答复会公开。'),
  },
  permission: 'contest.lead',
  help: {
    title: '答复擂台赛异议',
    say: '答复擂台赛异议5不成立：已核对验收单',
    more: '成立的自动重新计分，再公示一次',
  },
  async handle({ unit, member, slots: { objection, how, text } }) {
    const isUpheld = how === '成立';
    const { edition } = await answerContest(unit, { member, objection, isUpheld, text });
    const left = (await openObjections(unit, edition)).length;
    const rest = left > 0 ? `还有${left}条没有答复。` : '异议都答复了。';
    return `擂台赛异议${objection}已答复（${how}）。${isUpheld ? '名单撤下，各网格重新交数，算好告诉您，再公示。' : ''}${rest}`;
  },
});
