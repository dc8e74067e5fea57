import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** The four steps of a matter. */
export default topic({
  title: '一件事要走哪几步',
  said: `
    办成一件事要走哪些程序 四步走是啥 从提出来到装上要几道关 整个流程给我讲讲 一件事要多久能办成 众议众筹怎么个办法 提了案以后都要经过什么 完整的步骤是什么 先干什么后干什么 为啥办个事这么多环节 全过程是怎样的 流程图有没有 从头到尾怎么走 提案到完工大概几个月
    步骤说一下
  `,
  answer: async ({ turn: { now } }) => {
    const { minProposingHouseholds, planNoticeDays, pledgeDays } = rulesAt(now);
    return `四步：一、分析选题（${minProposingHouseholds}户附议，查清该谁出钱）；二、确定方案（议事、公示${planNoticeDays}天、一户一票）；三、推动实施（自愿认筹${pledgeDays}天左右、施工、监管）；四、验收成果（验收、打分、决算、退余款）。一件事到哪了，说“12号方案”。`;
  },
});
