import { topic } from '../topic.js';

/** Whether another household voted. */
export default topic({
  title: '别人家投了没',
  said: `
    301投了没 隔壁投了吗 我就问3号楼1单元301投了没 楼上都反对吗 老王家投了什么 他家同意没有 谁还没投 哪几家没投
    有谁投反对了 看看谁投了 都有谁同意 对门投没投 楼下那家投的啥 我们单元谁没投
  `,
  answer: async asked => {
    const poll = await asked.poll();
    return `哪一家投了没有、投的什么，都不公布，也不告诉别家。能看的是总数：发送“${poll ? `${poll.no}号` : '12号'}投票情况”。`;
  },
});
