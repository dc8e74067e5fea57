import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** Too few votes. */
export default topic({
  title: '票不够怎么办',
  said: `
    要是票不够呢 投票的人不够怎么办 没人投票怎么办 参加的户数不够咋办 票数不够会怎样 没过半怎么办 投票没通过怎么办 表决不通过呢
    人数没达到怎么办 没通过还能再来吗 要是大家都不投呢 反对的多怎么办 表决失败了怎么办 没过会怎么样 万一没通过咋整
  `,
  answer: async ({ turn: { now } }) =>
    `参加的不够，书记可以延期一次，最多${rulesAt(now).extensionDays}天；到时还不够，或者同意的没过线，就是没通过，不办也不收钱。书记改好方案、重新公示，才能再表决。`,
});
