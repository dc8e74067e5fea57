import { payerAnswers } from '../../../domain/plan/payer-check.js';
import { titled } from '../asked.js';
import { topic } from '../topic.js';

/** Why residents and not somebody else. */
export default topic({
  title: '为什么要我们出钱',
  said: `
    为什么要我们出钱 凭啥叫俺出三百 这不该物业出吗 物业怎么不管 该谁出钱 不是有维修资金吗 开发商怎么不出 为什么不用公共收益
    政府怎么不出钱 交了物业费还要出钱 这个归谁管 为什么不找供热公司 修这个要我们出钱吗 谁该出这个钱
    物业费年年交怎么还叫我们掏 水管该自来水公司修吧 电线老化不是供电局的事吗 这事政府应该管啊 开发商留下的毛病凭啥我们买单 大修基金不能出吗 供暖管坏了热力公司不掏钱吗 为啥不让物业出 公家就不能出点 该谁负责查过没有 凭什么让居民承担 这个责任是谁的 这钱本来不该我们出
    小区有公共收益咋不拿来用 谁弄坏的谁赔啊 保修期内不是开发商修吗 责任核查是啥
  `,
  answer: async asked => {
    const project = await asked.matter();
    const check = project?.payerCheck;
    if (!project || !check)
      return '先查清该谁出（责任核查）：该建设单位、物业、供电供热公司出的，转给他们，不向居民筹。查清了要居民出的，也是自愿。';
    const { said, payer } = payerAnswers[check.answer];
    return `${titled(project)}查过该谁出：${said}，归${payer}；依据写在方案公示里。居民这一份自愿，出不出由您。`;
  },
});
