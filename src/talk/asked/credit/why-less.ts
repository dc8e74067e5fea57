import { creditRulesAt } from '../../../domain/credit/credit.js';
import { topic } from '../topic.js';

/** Why the points went down. */
export default topic({
  title: '分怎么少了',
  said: `
    我的分咋少了一截 年初一看信用分掉了 积分被清了怎么回事 谁扣我分了 分数无缘无故没了 原来一千零六十现在变少了 积分怎么过期了 兑换完分就没了吗 分为什么减半 我的分被撤销了凭啥 退出以后分没了 为什么元旦分降了 积分对不上
  `,
  answer: async ({ turn: { now } }) => {
    const [kept, of] = creditRulesAt(now).rebase;
    return `没有人扣分。信用分每年1月1日，高出1000的部分留${kept}/${of}；可用积分换了东西就少，得分的下一年12月31日过期；记错的撤销了，本人知道。逐笔看“我的积分”，不对就说“积分申诉：……”。`;
  },
});
