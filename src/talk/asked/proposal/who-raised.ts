import { dayWords } from '../../../domain/calendar.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** Who raised a matter. */
export default topic({
  title: '谁提的',
  said: `
    1号是谁提的来着 这是谁提的 谁提的案 谁提出来的 谁出的主意 是谁发起的 提案人是谁 哪个提的 谁要装的 这事谁起的头
    这主意是谁想出来的 最先是谁说要装的 发起人是哪位 是哪家提出来的 谁吃饱了撑的提这个 谁要弄这个的 这个提案谁写的 提议的人是谁 谁先挑的头 是楼长提的还是居民提的
  `,
  answer: async asked => {
    const project = await asked.matter();
    if (!project) return null;
    const isOwn = asked.isPrivate && project.proposerId === asked.turn.member.id;
    const day = dayWords(project.openedAt, asked.turn.now);
    return `${titled(project)}${isOwn ? `是您${day}提的` : `是一位邻居${day}提的，名字不公布`}。发送“看看${project.no}号”看它到哪一步了。`;
  },
});
