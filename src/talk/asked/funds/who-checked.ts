import { topic } from '../topic.js';

/** Who reconciled the figures. */
export default topic({
  title: '这个数谁对过',
  said: `
    这个数谁对过 谁对的账 谁核的数 账谁核对过 这数准吗 这个钱数对吗 有人核对吗 数是谁报的 谁算的 这账谁做的
    这数是谁核的 到账的钱有没有人跟银行对过 账上数字靠谱吗 谁给对的银行流水 收了多少这个数谁签的字 报出来的钱数谁复核 会计对过账没 谁做的这张表 金额是不是核实过的 这个合计谁算的 账谁审过 对账的是哪位 数字来源是啥 银行那边对得上吗
  `,
  answer: async asked =>
    `${await asked.holder('cashier')}记，${await asked.holder('bookkeeper')}和银行流水对过才算实收，不能一个人办。每一笔在公示栏上都有凭证号。`,
});
