import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** Why a plan is shown for seven days. */
export default topic({
  title: '为什么要等七天',
  said: `
    凭什么要等七天 为什么公示七天 为啥非得七天 能不能今天就发 今天就投不行吗 干嘛等这么久 不等行不行 公示期能缩短吗
    我就要今天发大家都等着呢 怎么这么慢 能不能快点 为什么不能现在表决 提前投行不行 为什么要公示 公示期为啥这么长
    一个灯泡还得公示一礼拜 七天也太长了 等公示黄花菜都凉了 公示是规定的吗 谁定的要七天 公示就不能省了 急着用能不能跳过公示 公示三天不行吗 大家都没意见还公示啥 为啥要等半个月 十五天太久了吧 能不能先干了再说 程序太多了能不能简化 手续这么麻烦为啥
    公示期间能不能先开工 为什么拖这么久才投票
  `,
  answer: async ({ turn: { now } }) => {
    const { planNoticeDays, ownersNoticeDays } = rulesAt(now);
    return `方案要让每一户先看到、来得及提异议，所以公示满${planNoticeDays}天才能表决，业主表决满${ownersNoticeDays}天，谁也不能缩短。等不得的危险，书记可以走应急抢修，先修后议。`;
  },
});
