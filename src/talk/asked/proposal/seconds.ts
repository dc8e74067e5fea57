import { rulesAt } from '../../../domain/rules.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** How many second, and how many do. */
export default topic({
  title: '要几户附议',
  said: `
    要几户附议 附议要多少户 现在有几家附议了 还差几户附议 还差几个人 现在几户了 几户才算数 附议够了吗 多少人支持才行
    附议几个人能过 有多少家支持了 还缺几个附议 附议的人多吗 几家了
    凑够几家才行 附议满多少户算数 还要找几家支持 已经有几个人响应了 支持的人够数没 附议进度咋样了 到几户了 再来几户就成了 我那个提案有人附议不 得拉几户来支持 五户够不够 附议人数查一下 多少人附议了我的提案 缺几户 还要几个人签
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
