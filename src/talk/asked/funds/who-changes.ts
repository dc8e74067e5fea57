import { topic } from '../topic.js';

/** Who may change the accounts. */
export default topic({
  title: '谁能改账',
  said: `
    谁能改这个账 账能改吗 会计能改账不 账会不会被改 钱数能偷偷改吗 谁管账 账本谁看得到 假账怎么办 怎么保证账是真的 账对不对谁查
    有人做假账咋办 能信吗这账 会不会贪污 钱会不会被挪用 钱被人拿走怎么办
  `,
  answer: async asked =>
    `谁也改不了：只能另出一张凭证冲销，写明原因，原来那笔还在。出纳记收付，${await asked.holder('bookkeeper')}对账，书记批，监管小组看，不能一个人办；账在公示栏，人人能查。`,
});
