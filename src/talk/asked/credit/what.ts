import { creditRulesAt } from '../../../domain/credit/credit.js';
import { topic } from '../topic.js';

/** What points are. */
export default topic({
  title: '积分是什么',
  said: `
    积分是啥 积分是什么东西 积分干什么用的 这个积分有啥用 积分是怎么个意思 要积分做什么 积分能干嘛 你们说的积分是什么 积分是个啥玩意儿
    攒积分图什么 积分算什么 有积分有什么好 积分介绍一下 讲讲积分 没听说过积分
  `,
  answer: async ({ turn: { now } }) =>
    `做小区的事记的分，自愿参加，不要钱：开会签到、投票（投什么都一样）、建议被采纳、志愿服务、出钱出物都有。信用分从${creditRulesAt(now).base}起，看能领哪些优惠；可用积分换东西，发送“积分能换啥”。只给您自己看，从不扣分。参加说“加入积分”。`,
});
