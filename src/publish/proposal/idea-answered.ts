import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';

export default tells<'proposal.idea-answered'>(async (unit, { project, idea, points }) => {
  const author = await unit.members.byId(idea.memberId);
  if (!author || author.id === idea.answeredById || author.erasedAt !== null) return [];
  const why = idea.answer === null ? '' : `：${plain(idea.answer, 100)}`;
  const thanks = points > 0 ? `，积分加${points}分` : '';
  const outcome = idea.taken === 1 ? `写进方案了${thanks}` : '没有采纳';
  const text = `您给${project.no}号提的建议${idea.no}“${plain(idea.text, 40)}”${outcome}${why}。谢谢您出主意！`;
  return [{ members: [author.userid], text, about: { topic: `idea/${idea.id}` } }];
});
