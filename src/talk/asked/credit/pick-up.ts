import { creditRulesAt } from '../../../domain/credit/credit.js';
import { topic } from '../topic.js';

/** Where what was exchanged is fetched. */
export default topic({
  title: '换的东西怎么领',
  said: `
    兑换的抽纸在哪拿 换好了东西找谁要 兑换码忘了怎么办 码找不到了还能领不 几天内要去领 兑换了没去拿会作废吗 换错了能退分不 兑换码给别人用行不 能送货上门吗 换了油去哪个超市拿 东西没货了怎么办 领东西要带啥 过期没领分还退吗 店里说没我的码
  `,
  answer: async ({ turn: { now } }) =>
    `换的时候私聊里给您兑换码，写着到哪家、最晚哪天（${creditRulesAt(now).reserveDays}天内）；到店出示，一个码用一次。码在您和我的私聊里往上翻；不要了、找不到了，没领以前说“取消兑换”，分退回再换；过了那天没领，分自动退回。`,
});
