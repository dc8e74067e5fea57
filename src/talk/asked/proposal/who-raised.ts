import { dayWords } from '../../../domain/calendar.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** Who raised a matter. */
export default topic({
  title: '谁提的',
  said: `
    1号是谁提的来着 这是谁提的 谁提的案 谁提出来的 谁出的主意 是谁发起的 提案人是谁 哪个提的 谁要装的 这事谁起的头
  `,
  answer: async asked => {
    const project = await asked.matter();
    if (!project) return null;
    const isOwn = asked.isPrivate && project.proposerId === asked.turn.member.id;
    const day = dayWords(project.openedAt, asked.turn.now);
    return `${titled(project)}${isOwn ? `是您${day}提的` : `是一位邻居${day}提的，名字不公布`}。发送“看看${project.no}号”看它到哪一步了。`;
  },
});
