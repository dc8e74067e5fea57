import { topic } from '../topic.js';

/** The tasks that neighbours have claimed. */
export default topic({
  title: '谁的任务还没办',
  said: `

    现在有哪些任务 任务都是谁在办 哪些任务没办完 谁的任务还没做 认领的都办完了吗 任务有几件 还有几件任务没完 任务列出来看看 大家都认领了什么 有谁认领了任务 哪些事有人认领了 还有任务没完成的吗
  `,
  needs: /(?:哪些|有谁|还有|几件|列|都|谁的).*(?:任务|认领)|(?:任务|认领).*(?:没办完|没做|没完|办完|列|几件|哪些|都)/u,
  answer: async () => ({ intent: 'task.list', slots: {} }),
});
