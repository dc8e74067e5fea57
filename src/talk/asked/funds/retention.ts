import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** The money that is kept back for the warranty. */
export default topic({
  title: '质保金是什么',
  said: `
    扣的质保金啥时候给施工队 质保金留几个点 留的尾款几时付 质量保证金干嘛用的 质保期没到能付尾款吗 质保金留多久 保证金坏了不修还给不给 尾款为啥扣着 押着施工队的钱有多少 质保金谁拿着 工程款要不要留一部分
  `,
  answer: async ({ turn: { now } }) => {
    const { retentionPercent, retentionMostPercent, warrantyMonths } = rulesAt(now);
    return `付款时可以留一部分押着，一般${retentionPercent}%、最多${retentionMostPercent}%，留${warrantyMonths}个月（申请里写明的照写的）；质保期里坏了施工方先修，期满出纳才付，说“付申请几质保金”。`;
  },
});
