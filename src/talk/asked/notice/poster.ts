import { may } from '../../../domain/permissions.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** Where a notice is printed. */
export default topic({
  title: '海报在哪打印',
  said: `
    打印一下方案海报 海报在哪打印 方案海报发我 给我海报 海报怎么打 要贴的海报在哪 公示的纸在哪打 把海报给我打出来 打印海报 公示怎么打印出来 海报链接发一下
  `,
  exactly:
    /^(?:请|帮我|给我|麻烦|我要|想)*(?:打印|打|要|拿|发)(?:一?下|一?[张份]|出来|给?我)*[^，,。]{0,10}海报(?:发我|给我|出来|吧|一下)?$|^[^，,。]{0,10}海报(?:在哪|怎么|咋|哪里)[^，,。]{0,8}$/u,
  needs: /海报|打印|打出来|在哪打/u,
  answer: async asked => {
    const { parts, turn } = asked;
    const project = await asked.matter();
    const [last] = project ? await turn.unit.disclosures.ofProject(project.id) : [];
    if (!project || !last) return null;
    const address = `${parts.boardUrl(turn.unit.grid.code)}/poster/${last.no}`;
    const mayPost = may(turn.member, 'notice.post') ? `贴好后私聊发照片，再发送“第${last.no}号公示已张贴”。` : '';
    return `${titled(project)}最近的公示是第${last.no}号。打印海报：[A4](${address}.pdf) [A3](${address}-a3.pdf)。${mayPost}`;
  },
});
