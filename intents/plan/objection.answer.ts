import { defineIntent, numbered, projectNo, wholeNumber, words } from '../../src/talk/intent.js';
import { answerObjection } from '../../src/operations/plan/answer-objection.js';

/** Asked for only of whoever has not yet said how it is answered; an answer in one sentence says 成立 or is a no. */
const upheld = numbered(
  '请问异议成立吗？',
  [
    ['成立', '成立'],
    ['不成立', '不成立'],
  ],
  ({ text }) => text === undefined,
);

export default defineIntent({
  pattern:
    /^(?:请)?(?:答复|回复|回应)?(?<no>[\d０-９]{1,7})号(?:项目|方案)?(?:的)?(?:第)?异议(?<objection>[\d０-９]{1,4})(?:号)?(?:答复|回复|回应)?[:：，,\s]+(?:(?<upheld>成立)[:：，,。\s]+)?(?<text>[^]+)$/u,
  slots: {
    no: projectNo,
    objection: wholeNumber('请问答复第几条异议？', 1, 9999),
    upheld,
    text: words('请问怎么答复？', 500),
  },
  permission: 'objection.answer',
  binds: 'public',
  help: {
    title: '答复异议',
    say: '答复12号异议1：已请三家报价，取最低的一家',
    more: '异议成立写“答复12号异议1：成立，重新表决”',
  },
  async handle({ unit, member, slots }) {
    const isUpheld = slots.upheld === '成立';
    const { project, objection, left } = await answerObjection(unit, {
      member,
      ...slots,
      upheld: isUpheld,
    });
    const rest = left > 0 ? `还有${left}条没有答复。` : '异议都答复了。';
    return `${project.no}号第${objection.no}条异议的答复已公示。${rest}${isUpheld && objection.about === 'plan' ? `要改方案请重新发送“发布${project.no}号方案：……”，公示期重新算。` : ''}`;
  },
});
