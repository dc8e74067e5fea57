import { topic } from '../topic.js';

/** Who reconciled the figures. */
export default topic({
  title: '这个数谁对过',
  said: `
    这个数谁对过 谁对的账 谁核的数 账谁核对过 这数准吗 这个钱数对吗 有人核对吗 数是谁报的 谁算的 这账谁做的
  `,
  answer: async asked =>
    `${await asked.holder('cashier')}记，${await asked.holder('bookkeeper')}和银行流水对过才算实收，不能一个人办。每一笔在公示栏上都有凭证号。`,
});
