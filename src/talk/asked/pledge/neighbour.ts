import { roundStates } from '../../../domain/lifecycle.js';
import { topic } from '../topic.js';

/** What another household gave. */
export default topic({
  title: '别人家出了多少',
  said: `
    隔壁出了多少 老王家捐了几百 301认了多少 楼上交了没有 对门给了多少钱 那一户认捐了多少 楼下那家出没出钱 老张认了几百 402交了多少钱 他家掏了多少
    谁家出得最多 哪家还没交 谁没出钱 哪几户没交钱 隔壁那家捐了没
  `,
  needs: /^(?!.*(?:我|俺|咱)).*(?:隔壁|邻居|对门|楼[上下]|老\p{Script=Han}|\d{3}|他家|那一?[户家]|谁家?|哪[家几])/u,
  answer: async asked => {
    const project = await asked.matter(...roundStates);
    const total = project ? `总数能看：发送“${project.no}号还差多少”。` : '';
    return `不公布：哪一家出了多少、谁没出，不告诉别家，群里和公示栏都不写。${total}`;
  },
});
