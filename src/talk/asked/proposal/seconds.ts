import { rulesAt } from '../../../domain/rules.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** How many second, and how many do. */
export default topic({
  title: '要几户附议',
  said: `
    要几户附议 附议要多少户 现在有几家附议了 还差几户附议 还差几个人 现在几户了 几户才算数 附议够了吗 多少人支持才行
    附议几个人能过 有多少家支持了 还缺几个附议 附议的人多吗 几家了
  `,
  answer: async asked => {
    const least = rulesAt(asked.turn.now).minProposingHouseholds;
    const project = await asked.matter('issue_reported');
    if (!project) return `提案要${least}户附议（提的那一户也算），满了才立成议题。现在没有在征集附议的提案。`;
    const count = (await asked.turn.unit.projects.supports(project.id)).length;
    const lack = Math.max(0, least - count);
    return `${titled(project)}现在${count}户，${lack > 0 ? `还差${lack}户` : '够了'}（要${least}户，提的那一户也算）。附议发送“附议${project.no}号”。`;
  },
});
