import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** What breaks after the acceptance. */
export default topic({
  title: '以后坏了怎么办',
  said: `
    以后坏了怎么办 装完又坏了找谁 过两年坏了谁修 保修多久 有质保吗 坏了谁负责 用几天坏了咋整 修好又漏了怎么办 质保期多长 验收完出问题找谁
    没几天就不亮了咋办 后期维修谁管
  `,
  answer: async ({ turn: { now } }) =>
    `发送“报事：哪里怎么了”，三个工作日内答复，质保期里由施工方修。付款时可以留质保金（一般${rulesAt(now).retentionPercent}%、${rulesAt(now).warrantyMonths}个月），修好才付。`,
});
