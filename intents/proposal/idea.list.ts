import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { ideaLine } from '../../src/publish/proposal/idea-words.js';

export default defineIntent({
  pattern: /^(?:看看?)?(?<no>[\d０-９]{1,7})号(?:项目|提案)?的?(?:建议|点子|主意)(?:列表|清单|有哪些)?[。！!？?]*$/u,
  slots: { no: projectNo },
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看邻居给一件事提了哪些建议、采纳没有', say: '12号建议' },
  async handle({ unit, slots: { no } }) {
    const project = await unit.projects.byNo(no);
    if (!project) throw new Refusal('project.unknown', { no });
    const ideas = await unit.projects.ideas.ofProject(project.id);
    if (ideas.length === 0) return `${no}号还没有人提建议。有好主意发送例如“${no}号建议：用感应灯”。`;
    return [`**${no}号的建议**`, ...ideas.map(idea => `- ${ideaLine(idea)}`)].join('\n');
  },
});
