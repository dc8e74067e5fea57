import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** Whether a rating is changed, and who sees it. */
export default topic({
  title: '打了分还能改吗',
  said: `
    打了分还能改吗 评分能改不 打错分了怎么改 分打低了想改 几天之内能打分 打分别人看得到吗 不打分行吗 什么时候打分 打分匿名吗
    给几分合适 打低分会得罪人吗 评价能撤回吗
    打了3分想改5分 评价在哪打 打完分几天内能改 谁能打分 打分是匿名的吗 我给差评施工队会知道不 一家能打几次分 打分有啥用 不评价算好评吗 什么时候能评价 满意度怎么打 分数能撤回来不 给一分会不会得罪人 打分截止到哪天 没打分会怎么样
    分打完还能再改几次 打的分过几天还能改不
  `,
  answer: async asked => {
    const project = await asked.matter('accepted', 'settlement_published');
    return `验收合格后${rulesAt(asked.turn.now).ratingDays}天内一户打一次，随时能改，再说一遍就行，例如“给${project?.no ?? 12}号打4分”。只公布平均分，看不出是谁打的，不打也行。`;
  },
});
