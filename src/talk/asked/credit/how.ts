import { topic } from '../topic.js';

/** How points are earned. */
export default topic({
  title: '怎么得积分',
  said: `
    怎么得积分 干啥有积分 积分怎么攒 投票有积分吗 出钱有没有积分 参加活动加分吗 怎么加分 我的积分咋没涨 积分怎么算 开会给不给分
  `,
  answer:
    '先自愿加入，发送“加入积分”。开会签到、投票（投什么都一样）、报事成了议题、建议被采纳、志愿服务、捐钱捐物都有分，全年有上限；“积分规则”看细则。',
});
