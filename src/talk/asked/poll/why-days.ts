import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** Why a plan is shown for seven days. */
export default topic({
  title: '为什么要等七天',
  said: `
    凭什么要等七天 为什么公示七天 为啥非得七天 能不能今天就发 今天就投不行吗 干嘛等这么久 不等行不行 公示期能缩短吗
    我就要今天发大家都等着呢 怎么这么慢 能不能快点 为什么不能现在表决 提前投行不行 为什么要公示 公示期为啥这么长
  `,
  answer: async ({ turn: { now } }) => {
    const { planNoticeDays, ownersNoticeDays } = rulesAt(now);
    return `方案要让每一户先看到、来得及提异议，所以公示满${planNoticeDays}天才能表决，业主表决满${ownersNoticeDays}天，谁也不能缩短。等不得的危险，书记可以走应急抢修，先修后议。`;
  },
});
