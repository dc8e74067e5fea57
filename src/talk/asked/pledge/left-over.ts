import { destinations } from '../../../domain/funds/ledger.js';
import { topic } from '../topic.js';

/** What becomes of money that is left. */
export default topic({
  title: '钱多了怎么办',
  said: `
    钱多了怎么办 收多了怎么办 剩的钱归谁 用不完的钱呢 花不完怎么办 余下的钱干啥 结余怎么处理 多出来的钱给谁
    剩余的款项如何处理 最后剩的钱去哪了 钱有剩会退吗 认超了怎么办 超过预算的钱怎么办 剩钱
  `,
  answer: async asked => {
    const project = await asked.matter();
    const where = project?.surplusTo
      ? `按公示的方案转给${destinations[project.surplusTo]}`
      : '按各户交的多少退回，退到分';
    return `决算以后剩的居民的钱，${where}；奖补剩的退回原渠道，群里公示。`;
  },
});
