import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, oneOf, optional, projectNo, wholeNumber, words } from '../../src/talk/intent.js';
import { answerIdea } from '../../src/operations/proposal/gather-ideas.js';

const verdicts = ['采纳', '写进方案', '不采纳', '没采纳', '没有采纳', '不用'] as const;

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目|提案)?的?建议(?<idea>[\d０-９]{1,4})号?[:：，,\s]*(?<verdict>采纳|写进方案|不采纳|没采纳|没有采纳|不用)了?(?:[:：，,\s]+(?:原因(?:是)?[:：\s]*)?(?<answer>[^]{2,200}))?[。！!]*$/u,
  slots: {
    no: projectNo,
    idea: wholeNumber('请问是第几条建议？', 1, 9999),
    verdict: oneOf('请问采纳还是不采纳？', verdicts, [
      ['采纳', '采纳'],
      ['不采纳', '不采纳'],
    ]),
    answer: optional(words('请问为什么？', 200)),
  },
  permission: 'proposal.classify',
  binds: 'public',
  help: {
    title: '逐条答复建议',
    say: '12号建议1采纳',
    more: '也可以说“12号建议2不采纳：冬天日照不够”；提的人私下听到，方案公示里写明',
  },
  readBack: ({ no, idea, verdict, answer }) =>
    `对${String(no)}号建议${String(idea)}答复“${String(verdict)}${typeof answer === 'string' ? `：${plain(answer, 60)}` : ''}”`,
  async handle({ unit, member, slots: { no, idea, verdict, answer } }) {
    const taken = verdict === '采纳' || verdict === '写进方案';
    await answerIdea(unit, { member, no, idea, taken, answer: answer ?? null });
    return `${no}号建议${idea}${taken ? '采纳' : '不采纳'}，已私下告诉提的人；方案公示里会写明。`;
  },
});
