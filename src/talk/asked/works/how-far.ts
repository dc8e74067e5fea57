import { nowWords } from '../now-words.js';
import { topic } from '../topic.js';

/** How far the works are. */
export default topic({
  title: '干到哪了',
  said: `
    干到一半了吧 干到哪了 干得怎么样了 进度咋样 啥时候完工 路灯怎么还没装好 装到哪了 什么时候能装好 多久能干完 还要干几天 开工了没
    什么时候开工 怎么还不动工 快好了没
    活干到几成了 啥时候能用上 工程还要几天 施工到哪一步 电梯几时能坐 装了一半怎么没人了 哪天动工 工期还剩多少 咋还没见人来干活 完成百分之几了 月底能完不 施工队进场没 几时竣工 说好的月底完工呢 咋停着不干了 拖了这么久还没装上 多会儿能完事 什么时候能装完用上
  `,
  answer: async asked => {
    const project = await asked.matter();
    if (!project) return null;
    if (['in_progress', 'completed_pending_acceptance', 'rectification'].includes(project.state))
      return { intent: 'progress.show', slots: { no: project.no } };
    return nowWords(asked.turn, project);
  },
});
