import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { addIdea } from '../../src/operations/proposal/gather-ideas.js';

export default defineIntent({
  pattern:
    /^(?:给|对)?(?<no>[\d０-９]{1,7})号(?:项目|提案)?(?:的)?(?:提个?|我?有个?)?(?:建议|点子|主意)(?!\d)[:：，,\s]+(?<text>[^]{2,200})$/u,
  slots: { no: projectNo, text: words('请问是什么建议？例如“12号建议：用感应灯”。', 200) },
  permission: 'idea.add',
  binds: 'public',
  help: {
    title: '给提案出主意',
    say: '12号建议：用感应灯，省电',
    more: '写方案时逐条说采纳还是不采纳、为什么，采纳的有积分',
  },
  readBack: ({ no, text }) => `给${String(no)}号提建议“${plain(String(text), 60)}”`,
  async handle({ unit, member, slots }) {
    const idea = await addIdea(unit, { member, ...slots });
    return `记为${slots.no}号建议${idea.no}。定方案时会逐条答复采纳还是不采纳、为什么，发送“${slots.no}号建议”看全部。`;
  },
});
