import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** What breaks after the acceptance. */
export default topic({
  title: '以后坏了怎么办',
  said: `
    以后坏了怎么办 装完又坏了找谁 过两年坏了谁修 保修多久 有质保吗 坏了谁负责 用几天坏了咋整 修好又漏了怎么办 质保期多长 验收完出问题找谁
    没几天就不亮了咋办 后期维修谁管
    刚修好又坏了谁管 保修期有几年 修完没俩月又漏 质量不行坏了赔不赔 过了保修谁维护 装上的灯不亮了找施工队吗 以后维护费谁出 新换的管子又渗水 坏了还要我们再掏钱吗 用一年坏了算谁的 返修找谁 有没有售后 质保金扣了没 电梯以后保养谁负责 施工队跑了坏了咋办 坏了包修吗
  `,
  answer: async ({ turn: { now } }) =>
    `发送“报事：哪里怎么了”，三个工作日内答复，质保期里由施工方修。付款时可以留质保金（一般${rulesAt(now).retentionPercent}%、${rulesAt(now).warrantyMonths}个月），修好才付。`,
});
