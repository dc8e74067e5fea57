import { isLevy } from '../../../domain/plan/funding-plan.js';
import { yuan } from '../../../domain/money.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** What a matter will cost before there is a plan. */
export default topic({
  title: '大概要花多少钱',
  said: `

    这个要花多少钱 这事得多少钱才能办 弄一个大概多少钱 装这个要花几个钱 总共得花多少 造价大概多少 这个项目要多少钱 办下来得多少钱 修好要花多少 买一个得多少钱 估计要多少钱 预计花费多少
    整下来要多少钱 费用大概多少 贵不贵 这个贵吗
  `,
  // 隔壁出了多少 and 要多少钱一家 ask for what homes give.
  needs: /^(?!.*(?:家|户|隔壁|邻居|楼[上下]|对门|\d{3}|出了|交了)).*(?:钱|花|贵|造价|费)/u,
  about: /^proposal\./u,
  answer: async asked => {
    const project = await asked.matter();
    if (!project) return null;
    if (project.budgetFen !== null && project.planPublishedAt !== null)
      return `${titled(project)}预算${yuan(project.budgetFen)}，分项见方案。${isLevy(project) ? '这件按业主共同决定的办法分摊' : '各家出多少自愿'}，私聊发送“${project.no}号我该出多少”。`;
    return `${titled(project)}还没有公示的预算，定方案时才有，公示出来。别处类似的事花了多少，发送“${project.no}号案例”。`;
  },
});
