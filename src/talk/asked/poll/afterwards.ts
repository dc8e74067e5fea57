import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** What follows a vote that passed. */
export default topic({
  title: '通过以后呢',
  said: `
    通过以后呢 投完了然后呢 投票通过了就开工吗 表决完了干啥 通过了啥时候装 过了以后就收钱吗 同意的多了接着干啥 投票结束后怎么办
    结果出来以后呢 票投完了下一步是啥 通过之后还要等吗
    投过了下面咋弄 票数够了接着干什么 表决过了几天能动工 公布结果以后做什么 通过了还要公示吗 投完啥时候收钱 方案定下来后面啥流程 表决通过几时生效 投成了下边咋走 同意了就能装了吧 表决结束到开工要多久 结果什么时候公布 投票结果几时出来 过了之后是不是马上认捐
  `,
  answer: async ({ turn: { now } }) =>
    `通过的先公示结果${rulesAt(now).reviewDays}天，没有异议就生效，再开始认筹；钱到位、有了监管小组才开工。`,
});
