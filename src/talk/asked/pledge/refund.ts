import { rulesAt } from '../../../domain/rules.js';
import { surplusOf } from '../standings.js';
import { topic } from '../topic.js';

/** When money goes back. */
export default topic({
  title: '交了的钱什么时候退',
  said: `
    什么时候退钱 钱多久能退回来 剩下的钱啥时候退 退款几天到账 已经交的钱能退吗 交了钱还能要回来不 我要退钱 再不装我要退钱
    多的钱退给我们吗 要是不办了钱退不退 项目黄了钱怎么办 没办成钱退吗 交了钱能不能退 多交了怎么退 退钱找谁
    凑不够钱退不退 不做了钱还我吗
    我想把钱要回来 交过的钱还给不给退 事没办成钱怎么处理 退的钱几时到我手里 退款走什么程序 不干了钱能原路退回吗 工程停了我们的钱呢 退给我多少怎么算 退钱退到微信还是现金 我搬家了退款怎么领 人不在了钱退给谁 多交的部分怎么拿回来 半路停了钱还有得退吗
    钱退不退总得有个话吧 我的钱啥时候能退给我 没用上的钱退我 退款找出纳还是会计
  `,
  exactly:
    /^(?:为什么|为啥|咋|怎么|凭什么|凭啥|咋个)(?:就|又|还)?(?:不能|不给|不让|不可以|不)(?:我|俺)?(?:退|腿|撤)(?:回|款|钱|了)*(?:啊|呢|呀)?$/u,
  answer: async asked => {
    // Of the one matter whose money comes back that is told, with its number and its sum.
    const over = await surplusOf(asked);
    if (over) return over;
    const { refundWorkdays } = rulesAt(asked.turn.now);
    return `没付的认捐随时能撤。交了的要用在这件事上：认筹没成或者事情停办，退给各户；办成了，决算以后把剩的按交的多少退，最迟${refundWorkdays}个工作日退到，由出纳办。自家要退，请找社区会计。`;
  },
});
