import { creditRulesAt } from '../../../domain/credit/credit.js';
import { topic } from '../topic.js';

/** What the credit score is. */
export default topic({
  title: '信用分和AAA是什么',
  said: `
    信用分是怎么回事 AAA级有啥好处 多少分算AAA 1050分能干嘛 信用分跟可用积分有啥区别 为什么有两个分 我多少分才能领优惠 分数不够能不能领 信用分从多少起 怎么才能到AAA 信用等级有几级 分低了有什么限制 起步是一千分吗 信用分跟银行征信有关系吗
    分少的人是不是吃亏
  `,
  answer: async ({ turn: { now } }) => {
    const { base, levels } = creditRulesAt(now);
    const said = levels.map(({ name, from }) => `${from}分以上是${name}级`).join('，');
    return `信用分从${base}起，${said}，看能领哪些优惠，换东西不减；可用积分是拿来换东西的；志愿时长另记。分少只是有的优惠还领不了，投票、办事都不影响，和银行征信没关系。发送“我有什么优惠”看自家的。`;
  },
});
