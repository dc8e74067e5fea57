import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** When money goes back. */
export default topic({
  title: '交了的钱什么时候退',
  said: `
    什么时候退钱 钱多久能退回来 剩下的钱啥时候退 退款几天到账 已经交的钱能退吗 交了钱还能要回来不 我要退钱 再不装我要退钱
    多的钱退给我们吗 要是不办了钱退不退 项目黄了钱怎么办 没办成钱退吗 交了钱能不能退 多交了怎么退 退钱找谁
    凑不够钱退不退 不做了钱还我吗
  `,
  answer: async asked => {
    const { refundWorkdays } = rulesAt(asked.turn.now);
    return `没交的随时能撤。交了的要用在这件事上：认筹没成或者事情停办，退给各户；办成了，决算以后把剩的按交的多少退，最迟${refundWorkdays}个工作日退到，由出纳办。自家要退，请找社区会计。`;
  },
});
