import { creditRulesAt } from '../../../domain/credit/credit.js';
import { topic } from '../topic.js';

/** Points that are missing. */
export default topic({
  title: '积分记错了找谁',
  said: `
    扫了雪没给我加分 志愿时长少记了一个钟头 积分记错了怎么改 我参加了活动怎么没分 漏记了积分咋办 分算得不对找谁 开会签到了没给分 忘了签退怎么补 没带手机没签到能补记不 捐了东西没记分 对积分有意见怎么说 积分申诉怎么弄 积分申诉几天给答复 凭什么他分比我多 补记积分找谁
    分记到别人头上了
  `,
  needs: /分|积|时长|签|志愿|钟头|credit\.|service\./u,
  answer: async ({ turn: { now } }) => {
    const { appealWorkdays, backdateDays } = creditRulesAt(now);
    return `说“积分申诉：哪天、什么事没有记”，书记${appealWorkdays}个工作日内私下答复，申诉不影响积分。志愿服务没带手机、忘了签的，${backdateDays}天以内请组织的人补记，另一位在场的确认。`;
  },
});
