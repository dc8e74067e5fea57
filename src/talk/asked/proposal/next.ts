import { nowWords } from '../now-words.js';
import { topic } from '../topic.js';

/** What comes next with a matter. */
export default topic({
  title: '接下来干什么',
  said: `
    接下来呢 下一步是啥 然后呢 下面该干啥 接着咋办 后面还要干什么 这事现在到哪了 到哪一步了 进行到哪一步 后续是啥 现在等谁 那还差谁
    卡在哪了 等什么呢 在等谁办
    这事弄到哪儿了 下边该弄啥 往下咋走 目前什么状态 轮到谁办了 为啥停在这不动了 是谁在拖着 进展说说 还差哪一步 后面的步骤是啥 办到啥程度了 现在是什么阶段 等谁拍板呢 下一关是什么 怎么没下文了 这件事有着落没
  `,
  answer: async asked => {
    const project = await asked.matter();
    return project && nowWords(asked.turn, project);
  },
});
